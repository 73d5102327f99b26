import type {ChecksFile} from '../checks/checks-file.ts';
import type {Attestation, CheckRun} from '../checks/model.ts';
import {plan, type Selection} from '../checks/plan.ts';
import {readChecksFile} from '../checks/read-checks-file.ts';
import {runChecks} from '../checks/run.ts';
import type {CheckRunRecord} from '../handoff/model/check-run.ts';
import {lastCheckRun} from '../handoff/standing/check-runs.ts';
import {Problem} from '../problem.ts';
import {appendChanges} from '../store/append-changes.ts';
import {readContext, tellNameNotice, type Context} from './context.ts';
import {chooseHandoff} from './choose-handoff.ts';
import {print} from './print.ts';
import type {CheckOptions} from './check-options.ts';
import {showProgress} from './check-progress.ts';
import {exitCodeFor, formatOf, isForPeople, report, requireRoomForReport} from './check-report.ts';
import {onInterrupt} from './on-interrupt.ts';
import {checksFilePath, handoffOf} from './open-checks.ts';
import {recordRun} from './record-run.ts';
import {attestedNow, rememberedFrom, type RunMemory} from './run-memory.ts';
import {requireTrust} from './trust.ts';

/** A run with the file that was run, and what of the run before went into it. */
export interface DoneRun {
  readonly file: ChecksFile;
  readonly run: CheckRun;
  readonly attestations: ReadonlyMap<string, Attestation>;
}

function selectionOf({only, tag, severity}: CheckOptions): Selection {
  return {only, tags: tag, severity};
}

/** Ctrl+C ends the children, keeps what is through, and gives 130. */
async function runInterruptibly(
  file: ChecksFile,
  options: CheckOptions,
  memory: RunMemory,
): Promise<CheckRun> {
  const {jobs, failFast, allowChanges} = options;
  const selection = selectionOf(options);
  const controller = new AbortController();
  const stopListening = onInterrupt(() => controller.abort());
  const progress = showProgress(process.stderr, plan(file, selection).length);
  try {
    return await runChecks(file, {
      ...selection,
      ...memory,
      jobs,
      failFast,
      allowChanges,
      signal: controller.signal,
      onEvent: progress.onEvent,
    });
  } finally {
    progress.clear();
    stopListening();
  }
}

function lastRunOf(home: string, id: string | undefined): CheckRunRecord | undefined {
  return id === undefined ? undefined : lastCheckRun(chooseHandoff(home, id));
}

/** Keeps a run with its handoff, with what it left out as it stood before. */
export async function keepRun(context: Context, id: string, done: DoneRun): Promise<void> {
  const {home, actor} = context;
  const {file, run, attestations} = done;
  const record = await recordRun(context, file, run, lastRunOf(home, id), attestations);
  await appendChanges({home, id, actor, decide: () => [{type: 'checks/recorded', run: record}]});
}

/** Reads, asks for trust, and runs. `handoff` is the id of the one whose last run is gone on from. */
export async function runOnce(
  {home, actor}: Context,
  {filePath, handoff}: {readonly filePath: string; readonly handoff: string | undefined},
  options: CheckOptions,
): Promise<DoneRun> {
  const file = await readChecksFile(filePath, {vars: options.var ?? {}});
  const at = new Date().toISOString();
  const now = await attestedNow(file, options, {by: actor, at});
  await requireTrust(home, file, options.trust ?? false);
  const {attestations: before, logPositions} = rememberedFrom(lastRunOf(home, handoff), file);
  const attestations = new Map([...before, ...now]);
  return {
    file,
    attestations,
    run: await runInterruptibly(file, options, {attestations, logPositions}),
  };
}

async function checkOnce(options: CheckOptions): Promise<number> {
  await requireRoomForReport(options);
  const context = await readContext();
  const handoff = await handoffOf(context.home, options);
  const filePath = checksFilePath(options, handoff);
  const done = await runOnce(context, {filePath, handoff: handoff?.id}, options);
  const {run} = done;
  if (handoff) await keepRun(context, handoff.id, done);
  await report(run, options);
  if (handoff && isForPeople(options)) {
    print(`Kept with ${handoff.id}.`);
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
    const {nagiosProblem} = await import('../checks/reporters/nagios.ts');
    print(nagiosProblem(error.message));
    return 3;
  }
}
