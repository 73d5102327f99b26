import {blockingWords} from '../../handoff/standing/of-checks/blocking-words.ts';
import type {Handoff} from '../../handoff/model/handoff.ts';
import {checkFacts} from '../../handoff/standing/of-checks/check-facts.ts';
import {blockingChecks} from '../../handoff/standing/of-checks/check-standing.ts';
import {Problem} from '../../problem.ts';
import {showControls} from '../../redaction/strip-terminal.ts';
import {readContext, tellNameNotice} from '../../services/context.ts';
import {print} from '../print.ts';
import type {CheckOptions} from './check-options.ts';
import {exitCodeFor, formatOf, isForPeople, report, requireRoomForReport} from './check-report.ts';
import {checksFilePath, handoffOf} from './open-checks.ts';
import {checksPath} from '../../services/checks/checks-path.ts';
import {keepWith, runOnce} from './run-once.ts';

/** What was kept, and what keeps standing in the way whatever this run gave. */
function keptLines(handoff: Handoff): string[] {
  const run = handoff.checkRuns.at(-1);
  const {foreign} = checkFacts(handoff);
  if (run && foreign.includes(run))
    return [
      `Kept with ${handoff.id}, for the record only: its own checks file is ${showControls(checksPath(handoff.workspace))}.`,
    ];
  const now = new Date().toISOString();
  const isGood = (outcome = '') => ['pass', 'warn', 'waived'].includes(outcome);
  const others = blockingChecks(handoff, now).filter(
    ({state, isWeaker, record, run: found}) =>
      isWeaker || state === 'gone' || (found === run && isGood(record?.outcome)),
  );
  return [`Kept with ${handoff.id}.`, ...others.map((standing) => `  ${blockingWords(standing)}`)];
}

async function checkOnce(options: CheckOptions): Promise<number> {
  const context = await readContext();
  await requireRoomForReport(context.home, options);
  const handoff = await handoffOf(context.home, options, 'acts');
  const filePath = checksFilePath(options, handoff);
  const done = await runOnce(context, {filePath, handoff: handoff?.id}, options);
  const {run} = done;
  // A run may have taken minutes: what it found is shown also where it cannot be kept.
  const keeping = handoff && keepWith(context, handoff.id, done);
  await keeping?.catch(() => undefined);
  await report(context.home, run, options);
  const kept = await keeping;
  if (kept && isForPeople(options)) {
    print(keptLines(kept).join('\n'));
    tellNameNotice(context);
  }
  return exitCodeFor(run, options);
}

/** Runs a checks file, prints the outcomes, and keeps the run with its handoff. */
export async function check(options: CheckOptions): Promise<number> {
  if (options.watch !== undefined) return (await import('./check-watch.ts')).watchChecks(options);
  try {
    return await checkOnce(options);
  } catch (error) {
    if (!(error instanceof Problem) || formatOf(options) !== 'nagios') throw error;
    // Whoever runs plugins reads one line and the plugin's own exit codes, nothing else.
    const {nagiosProblem} = await import('../../checks/reporters/nagios-report.ts');
    print(nagiosProblem(error.message));
    return 3;
  }
}
