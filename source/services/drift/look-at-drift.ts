import type {CheckRun} from '../../checks/check-result.ts';
import type {ComparedRun} from '../../checks/diff/diff-runs.ts';
import {readChecksFile} from '../../checks/read-checks-file.ts';
import {handoverRun, latestRun} from '../../handoff/afterwards/drift.ts';
import type {CheckRunRecord} from '../../handoff/model/check-run.ts';
import type {Handoff} from '../../handoff/model/handoff.ts';
import {Problem} from '../../problem.ts';
import {showControls} from '../../redaction/strip-terminal.ts';
import type {OnProgress} from '../../progress/told-progress.ts';
import {isTrusted} from '../../store/settings/settings.ts';
import {checksPath} from '../checks/checks-path.ts';
import {runFile, type DoneRun} from '../checks/run-checks.ts';
import {judgeDrift, type Drift} from './judge-drift.ts';

/** How a system stands against the day on which it was handed over. */
export interface DriftLook {
  readonly before: CheckRunRecord;
  readonly after: ComparedRun & {
    readonly isInterrupted: boolean;
    readonly results: readonly (CheckRun['results'][number] | CheckRunRecord['results'][number])[];
  };
  readonly drift: Drift;
  /** The run that was made for it; absent where only what was run before is compared. */
  readonly done?: DoneRun;
  /** It tells something that the journal does not say yet of today. */
  readonly isNews: boolean;
}

/**
 * The run of handover day, without which there is nothing to compare with.
 *
 * @throws {Problem} saying what is missing.
 */
function requireHandover(handoff: Handoff): CheckRunRecord {
  const before = handoverRun(handoff);
  if (before) return before;
  throw handoff.session.endedAt === undefined
    ? new Problem(
        `${handoff.id} has not been handed over yet: its session has not ended.`,
        'Until then, "handoff-wizard check diff last~1 last" compares runs of its checks.',
      )
    : new Problem(
        `The checks of ${handoff.id} did not run before its session ended, so there is nothing to compare with.`,
        '"handoff-wizard check history" lists the runs that there are.',
      );
}

/**
 * The run of handover day against the latest one, with nothing run.
 *
 * @throws {Problem} where one of them is missing.
 */
export function compareKept(handoff: Handoff): DriftLook {
  const before = requireHandover(handoff);
  const after = latestRun(handoff);
  if (!after || after.id === before.id)
    throw new Problem(
      `The checks of ${handoff.id} did not run since its session.`,
      'Leave --no-run out to run them.',
    );
  return {before, after, drift: judgeDrift(before, after), isNews: false};
}

/** Whether a run says the same as the last one that was kept, on the same day. */
function isKnown(handoff: Handoff, run: CheckRun): boolean {
  const last = latestRun(handoff);
  if (!last || last.startedAt.slice(0, 10) !== run.startedAt.slice(0, 10)) return false;
  const {isSameFile, changes} = judgeDrift(last, run);
  return isSameFile && changes.every(({weight}) => weight === 'figure');
}

/**
 * Runs the checks of a system that was handed over, and compares them with the run of that day. Nothing
 * is asked: what nobody has trusted does not run.
 *
 * @throws {Problem} where there is nothing to compare with, or where the file is not trusted.
 */
export async function lookAtDrift(
  home: string,
  handoff: Handoff,
  options: {readonly signal: AbortSignal; readonly onProgress?: OnProgress | undefined},
): Promise<DriftLook> {
  const before = requireHandover(handoff);
  const file = await readChecksFile(checksPath(handoff.workspace));
  if (!isTrusted(home, file.trustedSha256, file.path))
    throw new Problem(
      file.sha256 === before.fileSha256
        ? `Nobody has trusted ${showControls(file.path)} on this machine, so nothing was run.`
        : `${showControls(file.path)} has changed since handover day, and nobody has trusted what it runs now. Nothing was run.`,
      `Read it, then trust exactly its content: handoff-wizard trust ${showControls(file.path)}`,
    );
  const done = await runFile(file, handoff, options);
  const {run} = done;
  return {before, after: run, drift: judgeDrift(before, run), done, isNews: !isKnown(handoff, run)};
}
