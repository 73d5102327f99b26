import path from 'node:path';
import {formatDuration} from '../../checks/assertions/amounts.ts';
import {diffRuns, type RunDiff} from '../../checks/diff/diff-runs.ts';
import {tellDiff} from '../../checks/diff/tell-diff.ts';
import type {CheckRun} from '../../checks/check-result.ts';
import {Problem} from '../../problem.ts';
import {keepWith, runOnce} from './run-once.ts';
import type {CheckOptions} from './check-options.ts';
import {exitCodeFor, isForPeople, report, requireRoomForReport} from './check-report.ts';
import {readContext} from '../../services/context.ts';
import {print} from '../print.ts';
import {onInterrupt} from '../../programs/on-interrupt.ts';
import {checksFilePath, handoffOf} from './open-checks.ts';
import {exitCodes, reportError} from '../report-error.ts';
import {nextOccasion} from '../../services/watch-files.ts';

/** Values move all the time; a journal is for what a person would call news. */
function isNews(diff: RunDiff): boolean {
  return !diff.isSameFile || diff.changes.some(({type}) => type !== 'value');
}

/** Milliseconds. What holds is kept once a day as well, since a result counts for some days only. */
const longestUnkept = 86_400_000;

function clockTime(instant: string): string {
  return new Date(instant).toLocaleTimeString('en-GB');
}

/**
 * Runs the checks again when their file changes, and after every so many milliseconds when `watch`
 * is a number. A run is kept with the handoff when an outcome or the file is not as in the run before.
 * Ctrl+C ends with the exit code of the last whole run.
 */
export async function watchChecks(options: CheckOptions): Promise<number> {
  const context = await readContext();
  await requireRoomForReport(context.home, options);
  const handoff = await handoffOf(context.home, options, 'acts');
  const filePath = checksFilePath(options, handoff);
  const every = options.watch === true ? undefined : options.watch;
  const ending = new AbortController();
  const stopListening = onInterrupt(() => ending.abort());
  const isTelling = isForPeople(options);
  const rhythm = every === undefined ? '' : ` and every ${formatDuration(every)}`;
  let watched: readonly string[] = [filePath];
  let last: CheckRun | undefined;
  let keptAt = '';
  let code: number = exitCodes.interrupted;

  async function runAgain(): Promise<void> {
    const done = await runOnce(context, {filePath, handoff: handoff?.id}, options);
    const {file, run} = done;
    watched = file.files.map(({path: included}) => included);
    if (run.isInterrupted) return;
    const diff = last && diffRuns(last, run);
    const isAged = Date.parse(run.startedAt) - Date.parse(keptAt) >= longestUnkept;
    if (handoff && (!diff || isNews(diff) || isAged)) {
      await keepWith(context, handoff.id, done);
      keptAt = run.startedAt;
    }
    await report(context.home, run, options);
    if (isTelling && diff) print(['Since the run before:', ...tellDiff(diff)].join('\n'));
    last = run;
    code = await exitCodeFor(run, options);
  }

  try {
    while (!ending.signal.aborted) {
      // From before the file is read, so that a change during the run is not missed.
      const occasion = nextOccasion(watched, {every, signal: ending.signal});
      try {
        await runAgain();
      } catch (error) {
        // A file that is wrong at the moment is what one watches it for.
        if (!(error instanceof Problem)) throw error;
        code = await reportError(error);
      }
      if (ending.signal.aborted) break;
      if (isTelling) {
        const at = clockTime(new Date().toISOString());
        print(
          `\n${at} · runs again when ${path.basename(filePath)} changes${rhythm}; Ctrl+C ends.\n`,
        );
      }
      await occasion;
    }
    return code;
  } finally {
    ending.abort();
    stopListening();
  }
}
