import {diffRuns} from '../../../checks/diff/diff-runs.ts';
import {tellDiff} from '../../../checks/diff/tell-diff.ts';
import {driftRuns, handoverRun} from '../../../handoff/afterwards/drift.ts';
import type {Handoff} from '../../../handoff/model/handoff.ts';
import {dayIn} from '../../../handoff/time/schedule.ts';
import {dayWords, timeWords} from '../../../handoff/time/wording.ts';

/** What changed on the system since it was handed over, or why that cannot be told yet. */
export function driftWords(handoff: Handoff, now: string): string[] {
  const {timeZone, session} = handoff;
  const runs = driftRuns(handoff);
  const at = (instant: string) =>
    `${dayWords(dayIn(timeZone, instant), timeZone, now)} ${timeWords(instant, timeZone)}`;
  if (runs)
    return [
      `Compared: ${at(runs.before.startedAt)} with ${at(runs.after.startedAt)}.`,
      ...tellDiff(diffRuns(runs.before, runs.after)),
    ];
  if (!session.endedAt) return ['It is compared with handover day once the session has ended.'];
  return [
    handoverRun(handoff)
      ? 'The checks did not run since the session. r goes there.'
      : 'The checks did not run before the session ended, so there is nothing to compare with.',
  ];
}
