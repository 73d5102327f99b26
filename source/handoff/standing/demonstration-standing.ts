import type {Demonstration, DemonstrationResult} from '../model/demonstration.ts';
import type {Handoff} from '../model/handoff.ts';
import {otherSide} from '../rules/people/sides.ts';
import {lastTry, triesOf} from '../session/demonstrations.ts';
import {itemStanding} from './item-standing.ts';

/** How a task stands that the receiver is to perform. */
export interface DemonstrationStanding {
  readonly state: DemonstrationResult | 'never performed' | 'not counted' | 'not applicable';
  /** ISO 8601 instant of the try that decides, and who performed it. */
  readonly since?: string;
  readonly performer?: string;
  /** Why it does not apply, or why no try of it counts. */
  readonly why?: string;
}

function of({performer, startedAt, endedAt = startedAt}: Demonstration) {
  return {since: endedAt, performer};
}

/** How a task stands now: the latest try with a result decides, of those that somebody performed who takes over. */
export function demonstrationStanding(handoff: Handoff, item: string): DemonstrationStanding {
  const counted = lastTry(handoff, item);
  if (counted?.result) return {state: counted.result, ...of(counted)};
  const {status, reason = ''} = itemStanding(handoff, item);
  if (status === 'not-applicable') return {state: 'not applicable', why: reason};
  const tried = triesOf(handoff, item).findLast(({result}) => result !== undefined);
  if (!tried) return {state: 'never performed'};
  const why = otherSide(handoff, tried.performer) ?? '';
  return {state: 'not counted', why, ...of(tried)};
}
