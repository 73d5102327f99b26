import type {ChecksFile} from '../checks/checks-file.ts';
import type {CheckRun} from '../checks/model.ts';
import {readChecksFile} from '../checks/read-checks-file.ts';
import {runChecks} from '../checks/run.ts';
import {lastCheckRun} from '../handoff/progress.ts';
import {Problem} from '../problem.ts';
import {appendChanges} from '../store/store.ts';
import {chooseHandoff, print, readContext, type Context} from './context.ts';
import type {CheckOptions} from './check-options.ts';
import {showProgress} from './check-progress.ts';
import {exitCodeFor, formatOf, isForPeople, report, requireRoomForReport} from './check-report.ts';
import {onInterrupt} from './on-interrupt.ts';
import {checksFilePath, handoffOf} from './open-checks.ts';
import {recordRun} from './record-run.ts';
import {requireTrust} from './trust.ts';

/** Ctrl+C ends the children, keeps what is through, and gives 130. */
async function runInterruptibly(file: ChecksFile, options: CheckOptions): Promise<CheckRun> {
  const {only = [], jobs, allowChanges = false} = options;
  const controller = new AbortController();
  const stopListening = onInterrupt(() => controller.abort());
  const progress = showProgress(process.stderr, only.length || file.checks.length);
  try {
    return await runChecks(file, {
      jobs,
      allowChanges,
      signal: controller.signal,
      onEvent: progress.onEvent,
      ...(only.length > 0 ? {only} : {}),
    });
  } finally {
    progress.clear();
    stopListening();
  }
}

/** Keeps a run with its handoff, with what it left out as it stood before. */
export async function keepRun(
  context: Context,
  {id, file, run}: {readonly id: string; readonly file: ChecksFile; readonly run: CheckRun},
): Promise<void> {
  const {home, actor} = context;
  const record = await recordRun(context, file, run, lastCheckRun(chooseHandoff(home, id)));
  await appendChanges({home, id, actor, decide: () => [{type: 'checks/recorded', run: record}]});
}

/** Reads, asks for trust, and runs. */
export async function runOnce(
  home: string,
  filePath: string,
  options: CheckOptions,
): Promise<{readonly file: ChecksFile; readonly run: CheckRun}> {
  const file = await readChecksFile(filePath, {vars: options.var ?? {}});
  await requireTrust(home, file, options.trust ?? false);
  return {file, run: await runInterruptibly(file, options)};
}

async function checkOnce(options: CheckOptions): Promise<number> {
  await requireRoomForReport(options);
  const context = readContext();
  const handoff = handoffOf(context.home, options);
  const {file, run} = await runOnce(context.home, checksFilePath(options, handoff), options);
  if (handoff) await keepRun(context, {id: handoff.id, file, run});
  await report(run, options);
  if (handoff && isForPeople(options)) print(`Kept with ${handoff.id}.`);
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
    const {nagiosProblem} = await import('../checks/reporters/nagios.ts');
    print(nagiosProblem(error.message));
    return 3;
  }
}
