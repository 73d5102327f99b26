import type {Handoff} from '../model/handoff.ts';
import {dayIn} from '../time/schedule.ts';
import {dayWords, timeWords} from '../time/wording.ts';
import {runWords, type StandingRun} from './run-standing.ts';

/** How a run stands and when it was: `ran today 09:12`. */
export function runRemark(
  {timeZone}: Pick<Handoff, 'timeZone'>,
  {state, run: {ranAt}}: StandingRun,
  now: string,
): string {
  const day = dayWords(dayIn(timeZone, ranAt), timeZone, now);
  return `${runWords[state]} ${day} ${timeWords(ranAt, timeZone)}`;
}
