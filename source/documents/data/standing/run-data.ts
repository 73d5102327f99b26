import path from 'node:path';
import type {CheckRecord, CheckRunRecord} from '../../../handoff/model/check-run.ts';

type Outcome = CheckRecord['outcome'];

/** The order in which outcomes are counted out, best first. */
const outcomeWords: readonly (readonly [Outcome, string])[] = [
  ['pass', 'passed'],
  ['warn', 'passed with a warning'],
  ['waived', 'waived'],
  ['skipped', 'skipped'],
  ['unknown', 'could not be decided'],
  ['fail', 'failed'],
];

/** A run of a checks file, without its results. */
export interface RunData {
  readonly startedAt: string;
  readonly duration: number;
  readonly actor: string;
  /** Name of the checks file without its folder. */
  readonly file: string;
  readonly fileSha256: string;
  readonly isInterrupted: boolean;
  /** It was a run of another file than the handoff's own, and counts for nothing. */
  readonly isForeign: boolean;
  /** `11 passed, 1 failed`. */
  readonly counts: string;
}

function countOutcomes(results: readonly CheckRecord[]): string {
  // What a run only carries on from an earlier one is no result of its own.
  const came = results.filter(({isLeftOut}) => isLeftOut !== true);
  const counts = outcomeWords
    .map(([outcome, words]) => ({
      words,
      count: came.filter((result) => result.outcome === outcome).length,
    }))
    .filter(({count}) => count > 0);
  const left = results.length - came.length;
  return (
    [...counts, ...(left > 0 ? [{count: left, words: 'left out'}] : [])]
      .map(({count, words}) => `${count} ${words}`)
      .join(', ') || 'no checks'
  );
}

/** A recorded run in words; `isForeign` where it was of another file than the handoff's own. */
export function toRun(run: CheckRunRecord, isForeign = false): RunData {
  const {startedAt, duration, actor, fileSha256, isInterrupted} = run;
  return {
    startedAt,
    duration,
    actor,
    // A handoff may have been made on another kind of machine; this one reads both separators.
    file: path.win32.basename(run.file),
    fileSha256,
    isInterrupted,
    isForeign,
    counts: `${countOutcomes(run.results)}${isForeign ? ' (of another checks file, so it does not count)' : ''}`,
  };
}
