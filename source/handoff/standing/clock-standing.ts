import type {Action} from '../changes/catalogue.ts';
import {clockSkew} from '../time/clock-skew.ts';

/** How the clock of a machine stands to what a journal holds. */
export type ClockStanding =
  | {readonly state: 'in step'}
  /** An entry lies ahead of it: it was set back, or the clock of another machine was ahead. */
  | {
      readonly state: 'behind';
      /** Milliseconds. */
      readonly by: number;
      /** The instant of the entry, and who made it. */
      readonly since: string;
      readonly actor: string;
    };

/** @param now ISO 8601 instant by the clock of this machine */
export function clockStanding(journal: readonly Action[], now: string): ClockStanding {
  let newest: Action | undefined;
  for (const action of journal)
    if (!newest || Date.parse(action.at) > Date.parse(newest.at)) newest = action;
  const by = newest ? Date.parse(newest.at) - Date.parse(now) : 0;
  return newest && by > clockSkew
    ? {state: 'behind', by, since: newest.at, actor: newest.actor}
    : {state: 'in step'};
}
