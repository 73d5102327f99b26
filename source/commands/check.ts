import type {ChecksFile} from '../checks/checks-file.ts';
import type {Attestation, CheckRun} from '../checks/model.ts';
import {plan, type Selection} from '../checks/plan.ts';
import {readChecksFile} from '../checks/read-checks-file.ts';
import {runChecks} from '../checks/run.ts';
import type {Change} from '../handoff/changes/catalogue.ts';
import {blockingWords} from '../handoff/standing/blocking-words.ts';
import type {Handoff} from '../handoff/model/handoff.ts';
import {checkFacts} from '../handoff/standing/check-facts.ts';
import {blockingChecks} from '../handoff/standing/check-standing.ts';
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
import {checksPath} from './checks-path.ts';
import {lookAtChecks} from './look-at-checks.ts';
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

/** Keeps a run with its handoff, with what it left out as it stood before. */
export async function keepRun(context: Context, id: string, done: DoneRun): Promise<Handoff> {
  const {home, actor} = context;
  const record = await recordRun(context, chooseHandoff(home, id), done, done.attestations);
  const append = (changes: readonly Change[]) =>
    appendChanges({home, id, actor, decide: () => changes});
  const {snapshot} = await append([{type: 'checks/recorded', run: record}]);
  // A run of another file leaves the handoff's own as it is, so it is looked at as well.
  const sights = await lookAtChecks(snapshot.handoff);
  return sights.length === 0 ? snapshot.handoff : (await append(sights)).snapshot.handoff;
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
  const {attestations: before, logPositions} = rememberedFrom(
    handoff === undefined ? undefined : chooseHandoff(home, handoff),
    file,
  );
  const attestations = new Map([...before, ...now]);
  return {
    file,
    attestations,
    run: await runInterruptibly(file, options, {attestations, logPositions}),
  };
}

/** What was kept, and what keeps standing in the way whatever this run gave. */
function keptLines(handoff: Handoff): string[] {
  const run = handoff.checkRuns.at(-1);
  const {foreign} = checkFacts(handoff);
  if (run && foreign.includes(run))
    return [
      `Kept with ${handoff.id}, for the record only: its own checks file is ${checksPath(handoff.workspace)}.`,
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
  await requireRoomForReport(options);
  const context = await readContext();
  const handoff = await handoffOf(context.home, options);
  const filePath = checksFilePath(options, handoff);
  const done = await runOnce(context, {filePath, handoff: handoff?.id}, options);
  const {run} = done;
  const kept = handoff && (await keepRun(context, handoff.id, done));
  await report(run, options);
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
    const {nagiosProblem} = await import('../checks/reporters/nagios.ts');
    print(nagiosProblem(error.message));
    return 3;
  }
}
