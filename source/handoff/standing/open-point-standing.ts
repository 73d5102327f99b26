import type {Source} from '../afterwards/sources/source.ts';
import type {FollowUpState} from '../model/follow-up-state.ts';

/** How an open point stands: what a person said of it, and what its source says since. */
export interface OpenPointStanding {
  readonly state: 'open' | 'closed' | 'settled' | 'open again';
  /** ISO 8601 instant, or nothing where nobody has seen since when. */
  readonly since?: string;
  /** A sentence without its full stop. */
  readonly why: string;
}

/** How an open point stands by its source and by what was said of it. */
export function openPointStanding(
  {
    settled,
    failedAt,
    raisedAt,
    openBecause,
  }: Pick<Source, 'settled' | 'failedAt' | 'raisedAt' | 'openBecause'>,
  {closedAt, closedBy, outcome = ''}: FollowUpState,
): OpenPointStanding {
  if (settled) return {state: 'settled', ...settled};
  if (closedAt === undefined) return {state: 'open', since: raisedAt, why: 'nobody has closed it'};
  // The source knows better than who closed it by hand.
  if (failedAt !== undefined && Date.parse(failedAt) > Date.parse(closedAt))
    return {
      state: 'open again',
      since: failedAt,
      why: `it was closed as "${outcome}" and has come up again since`,
    };
  if (openBecause !== undefined)
    return {
      state: 'open again',
      since: raisedAt,
      why: `it was closed as "${outcome}", but ${openBecause}`,
    };
  return {state: 'closed', since: closedAt, why: `${closedBy ?? 'somebody'} closed it: ${outcome}`};
}
