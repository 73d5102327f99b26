import {randomUUID} from 'node:crypto';
import {type Check, type ChecksFile} from './checks-file.ts';
import {cleanse} from './cleanse.ts';
import {type Attestation, type CheckResult, type CheckRun, type LogPositions} from './model.ts';
import {runCheck} from './run-check.ts';
import {withSafeTexts} from './safe-texts.ts';
import {Problem} from '../problem.ts';
import {nearest} from '../nearest.ts';

/** Told as it happens. `index` is the check's place in the file, from 0. */
export type CheckEvent =
  | {readonly type: 'started'; readonly index: number; readonly name: string}
  | {
      readonly type: 'finished';
      readonly index: number;
      readonly name: string;
      readonly result: CheckResult;
    };

export interface RunOptions {
  /** How many checks may run at once. Default 4. */
  readonly jobs?: number | undefined;
  /** Names of the checks to run. Default: all. */
  readonly only?: readonly string[] | undefined;
  /** Aborting ends every check and all it started; the run then resolves as interrupted. */
  readonly signal?: AbortSignal | undefined;
  readonly onEvent?: ((event: CheckEvent) => void) | undefined;
  /** Also run checks with `effect: changes`; otherwise they are skipped. */
  readonly allowChanges?: boolean | undefined;
  readonly now?: (() => Date) | undefined;
  /** What people said about `manual` checks, by name of the check. */
  readonly attestations?: ReadonlyMap<string, Attestation> | undefined;
  /** Where log checks `since: last-run` stood after the run before: `logPositionsAfter`. */
  readonly logPositions?: LogPositions | undefined;
}

/** Thrown when `only` names a check that the file does not have. */
export class UnknownCheckError extends Problem {
  override name = 'UnknownCheckError';
  readonly check: string;

  constructor(check: string, known: readonly string[]) {
    const similar = nearest(check, known);
    const hint =
      similar === undefined ? `It has: ${known.join(', ')}.` : `Did you mean "${similar}"?`;
    super(`The checks file has no check "${check}". ${hint}`);
    this.check = check;
  }
}

interface Planned {
  readonly check: Check;
  readonly index: number;
}

function plan({checks}: ChecksFile, only: readonly string[] | undefined): Planned[] {
  const known = checks.map(({name}) => name);
  for (const name of only ?? []) {
    if (!known.includes(name)) {
      throw new UnknownCheckError(name, known);
    }
  }
  const planned = checks.map((check, index) => ({check, index}));
  return only ? planned.filter(({check}) => only.includes(check.name)) : planned;
}

async function safePlan(
  planned: readonly Planned[],
  secrets: readonly string[],
): Promise<Planned[]> {
  const safe = await withSafeTexts(
    planned.map(({check}) => check),
    secrets,
  );
  return planned.map(({check, index}, place) => ({check: safe[place] ?? check, index}));
}

/**
 * Runs the checks of a file, a few at a time, and gives their results in the order of the file.
 * Whether the file may be run at all, its trust, is the caller's to decide before.
 * @throws UnknownCheckError
 */
export async function runChecks(file: ChecksFile, options: RunOptions = {}): Promise<CheckRun> {
  const {jobs = 4, only, signal, onEvent, allowChanges = false, now = () => new Date()} = options;
  const secretValues = file.secretValues.map(({value}) => value);
  const planned = await safePlan(plan(file, only), secretValues);
  const [system] = file.system === undefined ? [] : await cleanse([file.system], secretValues);
  const startedAt = now().toISOString();
  const started = performance.now();
  const surroundings = {
    folder: file.folder,
    secretValues,
    signal: signal ?? new AbortController().signal,
    allowChanges,
    now,
    attestations: options.attestations,
    logPositions: options.logPositions,
  };
  const results = new Map<number, CheckResult>();
  const queue = planned.values();

  async function work(): Promise<void> {
    for (const {check, index} of queue) {
      if (surroundings.signal.aborted) {
        return;
      }
      onEvent?.({type: 'started', index, name: check.name});
      const result = await runCheck(check, surroundings);
      // What the interruption cut off says nothing about the system.
      if (surroundings.signal.aborted) {
        return;
      }
      results.set(index, result);
      onEvent?.({type: 'finished', index, name: check.name, result});
    }
  }

  const workers = Math.max(1, Math.min(Math.floor(jobs), planned.length));
  await Promise.all(Array.from({length: workers}, work));
  return {
    id: randomUUID(),
    ...(system === undefined ? {} : {system}),
    file: file.path,
    fileSha256: file.sha256,
    startedAt,
    duration: Math.round(performance.now() - started),
    isInterrupted: surroundings.signal.aborted && results.size < planned.length,
    results: [...results].sort(([a], [b]) => a - b).map(([, result]) => result),
  };
}
