import {inheritedSecrets} from './inherited-secrets.ts';
import {randomUUID} from 'node:crypto';
import type {ChecksFile, Waiver} from './checks-file.ts';
import {cleanse} from './cleanse.ts';
import type {Attestation, CheckResult, CheckRun, LogPositions} from './check-result.ts';
import {changedFiles} from './named-scripts.ts';
import {obstacleOf} from './obstacles.ts';
import {showControls} from '../redaction/strip-terminal.ts';
import {plan, type Planned, type Selection} from './plan-run.ts';
import {createRunner} from './process/runner.ts';
import {skippedResult} from './run-check.ts';
import {runInTries, type FailedTry} from './run-in-tries.ts';
import {withSafeTexts} from './safe-texts.ts';
import {schedule} from './run-scheduled.ts';
import {localDay, waive} from './apply-waiver.ts';
import {withRemark} from './with-remark.ts';

export {UnknownCheckError} from './plan-run.ts';

/** Told as it happens. `index` is the check's place in the file, from 0. */
export type CheckEvent =
  | {readonly type: 'started'; readonly index: number; readonly name: string}
  | {
      readonly type: 'finished';
      readonly index: number;
      readonly name: string;
      readonly result: CheckResult;
    };

/** A try of a check that is to be tried again. */
export interface FailedTryEvent extends FailedTry {
  readonly index: number;
  readonly name: string;
}

/** What a selected check needs is run too, and its result says so. */
export interface RunOptions extends Selection {
  /** How many checks may run at once. Default 4. */
  readonly jobs?: number | undefined;
  /** Starts nothing more after the first required check that fails or is unknown. */
  readonly failFast?: boolean | undefined;
  /** Aborting ends every check and all it started; the run then resolves as interrupted. */
  readonly signal?: AbortSignal | undefined;
  readonly onEvent?: ((event: CheckEvent) => void) | undefined;
  readonly onFailedTry?: ((event: FailedTryEvent) => void) | undefined;
  /** Also run checks with `effect: changes`; otherwise they are skipped. */
  readonly allowChanges?: boolean | undefined;
  readonly now?: (() => Date) | undefined;
  /** What people said about `manual` checks, by name of the check. */
  readonly attestations?: ReadonlyMap<string, Attestation> | undefined;
  /** Where log checks `since: last-run` stood after the run before, by the name of the check. */
  readonly logPositions?: LogPositions | undefined;
}

/** The checks as they may be shown, with the names by which the file links them. */
async function safePlan(planned: readonly Planned[], secrets: readonly string[]) {
  const safe = await withSafeTexts(
    planned.map(({check}) => check),
    secrets,
  );
  return planned.map((one, place) => ({
    ...one,
    check: safe[place] ?? one.check,
    linkName: one.check.name,
  }));
}

async function safeWaivers(
  waivers: readonly Waiver[],
  secrets: readonly string[],
): Promise<ReadonlyMap<string, Waiver>> {
  const texts = waivers.flatMap(({reason, approver}) => [reason, approver]);
  const clean = texts.length === 0 ? [] : await cleanse(texts, secrets);
  return new Map(
    waivers.map((waiver, index) => {
      const [reason = '', approver = ''] = clean.slice(index * 2, index * 2 + 2);
      return [waiver.check, {...waiver, reason, approver}];
    }),
  );
}

/** Why a check does not run whose script is not the one that a person has seen. */
async function changedWords(files: readonly string[], secrets: readonly string[]): Promise<string> {
  const [names = ''] = await cleanse([files.map(showControls).join(', ')], secrets);
  return `Not run: changed since the checks file was read and trusted: ${names}.`;
}

function isBlocking({severity, outcome}: CheckResult): boolean {
  return severity === 'required' && (outcome === 'fail' || outcome === 'unknown');
}

/**
 * Runs the checks of a file, a few at a time and each after what it needs, one that changes the
 * system alone, and gives their results in the order of the file. Whether the file may be run at all, its trust, is the caller's to decide
 * before.
 * @throws UnknownCheckError, and Problem when the selection names an unknown tag or leaves nothing
 */
export async function runChecks(file: ChecksFile, options: RunOptions = {}): Promise<CheckRun> {
  const {jobs = 4, signal = new AbortController().signal, now = () => new Date()} = options;
  const {onEvent, onFailedTry, allowChanges = false, failFast = false} = options;
  const secretValues = [
    ...file.secretValues.map(({value}) => value),
    ...inheritedSecrets(process.env),
  ];
  const planned = await safePlan(plan(file, options), secretValues);
  const waivers = await safeWaivers(file.waivers, secretValues);
  const [system] = file.system === undefined ? [] : await cleanse([file.system], secretValues);
  const startedAt = now().toISOString();
  const started = performance.now();
  const runner = createRunner(file.folder);
  const {attestations, logPositions} = options;
  const surroundings = {secretValues, signal, now, runner, attestations, logPositions};
  const results = new Map<number, CheckResult>();
  const byLinkName = new Map<string, CheckResult>();
  let stop: string | undefined;

  async function outcomeOf({check, index, neededBy, linkName}: (typeof planned)[number]) {
    const obstacle =
      stop === undefined
        ? await obstacleOf(check, {allowChanges, resultOf: (name) => byLinkName.get(name)})
        : {reason: stop};
    const {name} = check;
    const [reason = ''] =
      obstacle === undefined ? [] : await cleanse([obstacle.reason], secretValues);
    const changed = obstacle === undefined ? await changedFiles(check.scripts ?? []) : [];
    const result =
      changed.length > 0
        ? skippedResult(check, {reason: await changedWords(changed, secretValues)}, now)
        : obstacle === undefined
          ? await runInTries(check, surroundings, (failed) =>
              onFailedTry?.({...failed, index, name}),
            )
          : skippedResult(check, {...obstacle, reason}, now);
    const waived = waive(result, waivers.get(linkName), localDay(now()));
    if (neededBy === undefined) return waived;
    const needer = planned.find((one) => one.linkName === neededBy)?.check.name ?? '';
    return {...withRemark(waived, `run because "${needer}" needs it`), neededBy: needer};
  }

  async function run(position: number): Promise<void> {
    const one = planned[position];
    if (!one) return;
    const {index} = one;
    const {name} = one.check;
    onEvent?.({type: 'started', index, name});
    const result = await outcomeOf(one);
    // What the interruption cut off says nothing about the system.
    if (signal.aborted) return;
    results.set(index, result);
    byLinkName.set(one.linkName, result);
    if (failFast && isBlocking(result))
      stop ??= `Not run: "${name}" did not pass, and this run stops at the first required check that does not.`;
    onEvent?.({type: 'finished', index, name, result});
  }

  try {
    // A restart would fail whatever looks at the service meanwhile.
    const tasks = planned.map(({after, check}) => ({
      after,
      isAlone: allowChanges && check.effect === 'changes',
    }));
    await schedule(tasks, {jobs: Math.max(1, Math.floor(jobs)), signal, run});
  } finally {
    await runner.close();
  }
  return {
    id: randomUUID(),
    ...(system === undefined ? {} : {system}),
    file: file.path,
    fileSha256: file.sha256,
    startedAt,
    duration: Math.round(performance.now() - started),
    isInterrupted: signal.aborted && results.size < planned.length,
    results: [...results].sort(([a], [b]) => a - b).map(([, result]) => result),
  };
}
