import {outcomes} from '../../checks/check-result.ts';
import {countOutcomes} from '../../checks/count-outcomes.ts';
import type {CheckRunRecord} from '../../handoff/model/check-run.ts';
import type {Handoff} from '../../handoff/model/handoff.ts';
import {checkFacts} from '../../handoff/standing/of-checks/check-facts.ts';
import {dayIn} from '../../handoff/time/schedule.ts';
import {dayWords, timeWords} from '../../handoff/time/wording.ts';

/** When a run began, in the handoff's own time: `today 14:05`. */
export function ranWords({startedAt}: CheckRunRecord, {timeZone}: Handoff, now: string): string {
  const day = dayWords(dayIn(timeZone, startedAt), timeZone, now);
  return `${day} ${timeWords(startedAt, timeZone)}`;
}

/** What came of a run: `4 pass, 1 fail, 2 left out`. */
export function runOutcomeWords({results, isInterrupted}: CheckRunRecord): string {
  const ran = results.filter(({isLeftOut}) => !isLeftOut);
  const counts = countOutcomes(ran);
  const leftOut = results.length - ran.length;
  const words = outcomes
    .filter((outcome) => counts[outcome] > 0)
    .map((outcome) => `${counts[outcome]} ${outcome}`);
  const rest = leftOut > 0 ? `, ${leftOut} left out` : '';
  return `${words.join(', ') || 'no check'}${rest}${isInterrupted ? ' (interrupted)' : ''}`;
}

/** A run of another file than the handoff's own counts for nothing. */
export function isForeignRun(handoff: Handoff, run: CheckRunRecord): boolean {
  return checkFacts(handoff).foreign.includes(run);
}
