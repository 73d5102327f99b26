import {formatDuration} from './assertions/amounts.ts';
import {SlowPatternError} from './assertions/slow-pattern.ts';
import {captureOutput} from './capture/captured-output.ts';
import type {Check} from './checks-file.ts';
import {cleanse} from './cleanse.ts';
import {judge} from './judge.ts';
import type {Kind, Measurement} from './kinds/kind.ts';
import {kindOfCheck} from './kinds/check-kinds.ts';
import type {Attestation, CheckResult, LogPositions} from './check-result.ts';
import type {Obstacle} from './obstacles.ts';
import type {Runner} from './process/runner.ts';
import {safeMetrics} from './safe-metrics.ts';
import {withRemark} from './with-remark.ts';

/** Longest message, in characters. */
const longestMessage = 400;

export interface CheckSurroundings {
  readonly secretValues: readonly string[];
  /** Interrupts the run. */
  readonly signal: AbortSignal;
  readonly now: () => Date;
  readonly runner: Runner;
  readonly attestations?: ReadonlyMap<string, Attestation> | undefined;
  readonly logPositions?: LogPositions | undefined;
}

function kindOf(check: Check): Kind {
  const kind = kindOfCheck(check);
  if (!kind) throw new Error(`No kind of check is called "${check.kind}".`);
  return kind;
}

function broken(error: unknown) {
  const reason = error instanceof Error ? error.message : String(error);
  const message =
    error instanceof SlowPatternError ? reason : `The check could not be run: ${reason}.`;
  return {outcome: 'unknown' as const, message};
}

/** How long what was told to stop may take to do so, in milliseconds: a program that ignores it, 4 s. */
const patience = 6000;

/** Waits for a measurement, but for one that does not hear the signal no longer than it is worth. */
async function untilGivenUp(
  measuring: Promise<Measurement>,
  signal: AbortSignal,
): Promise<Measurement | undefined> {
  const givenUp = Promise.withResolvers<undefined>();
  let timer: NodeJS.Timeout | undefined;
  const wait = () => {
    timer = setTimeout(givenUp.resolve, patience, undefined);
  };
  if (signal.aborted) wait();
  else signal.addEventListener('abort', wait, {once: true});
  try {
    return await Promise.race([measuring, givenUp.promise]);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', wait);
  }
}

/** Runs what `measure` does under the check's timeout and tells whether time was up. */
async function measureInTime(
  check: Check,
  {signal, now, runner, attestations, logPositions = {}}: CheckSurroundings,
): Promise<{readonly measurement: Measurement; readonly isLate: boolean}> {
  const {folder, on, name} = check;
  const controller = new AbortController();
  let isLate = false;
  const timer = setTimeout(() => {
    isLate = true;
    controller.abort();
  }, check.timeout);
  const interrupt = () => {
    controller.abort();
  };
  signal.addEventListener('abort', interrupt, {once: true});
  if (signal.aborted) interrupt();
  const isChanging = check.effect === 'changes';
  try {
    const measuring = kindOf(check).measure(check.spec, {
      folder,
      signal: controller.signal,
      claims: check.claims,
      isChanging,
      run: async (command) =>
        runner.run({
          ...command,
          folder,
          on,
          signal: controller.signal,
          isKeepingChildren: isChanging,
        }),
      isElsewhere: on !== undefined,
      content: check.content?.text,
      now,
      attestation: attestations?.get(name),
      logPosition: Object.hasOwn(logPositions, name) ? logPositions[name] : undefined,
    });
    const measurement = await untilGivenUp(measuring, controller.signal);
    return {measurement: measurement ?? {values: {}, isCutShort: true}, isLate};
  } catch (error) {
    return {measurement: {values: {}, verdict: broken(error)}, isLate};
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', interrupt);
  }
}

function describing({name, kind, severity, target, fix, proves, tags}: Check) {
  return {
    name,
    kind,
    severity,
    target,
    tags,
    ...(fix === undefined ? {} : {fix}),
    ...(proves === undefined ? {} : {proves}),
  };
}

/** The result of a check that does not run; the reason is fit to be shown. */
export function skippedResult(
  check: Check,
  {reason, isInapplicable, isUnasked}: Obstacle,
  now: () => Date,
): CheckResult {
  return {
    ...describing(check),
    outcome: 'skipped',
    message: reason,
    findings: [],
    startedAt: now().toISOString(),
    duration: 0,
    ...(isInapplicable === true ? {isInapplicable} : {}),
    ...(isUnasked === true ? {isUnasked} : {}),
  };
}

/**
 * Runs one check once and judges what it found. What comes from the checked system is stripped of
 * terminal escapes and of secrets; the check's own texts must have been (`withSafeTexts`).
 */
export async function runCheck(
  check: Check,
  surroundings: CheckSurroundings,
): Promise<CheckResult> {
  const {secretValues, now} = surroundings;
  const startedAt = now().toISOString();
  const started = performance.now();
  const {measurement, isLate} = await measureInTime(check, surroundings);
  const duration = Math.round((performance.now() - started) * 10) / 10;
  const {
    verdict,
    isCutShort = false,
    code,
    output,
    metrics = [],
    logPosition,
    remark,
  } = measurement;
  const late = {
    outcome: 'fail' as const,
    message: `It did not end within ${formatDuration(check.timeout)}.`,
  };
  const settled = isCutShort && isLate ? late : verdict;
  const judged =
    settled || isCutShort
      ? {...(settled ?? late), findings: []}
      : await judge(kindOf(check), check, measurement, secretValues).catch((error: unknown) => ({
          ...broken(error),
          findings: [],
        }));
  const [message = ''] = await cleanse([judged.message], secretValues, longestMessage);
  const result: CheckResult = {
    ...describing(check),
    outcome: judged.outcome,
    message,
    findings: judged.findings,
    startedAt,
    duration,
    ...(code === undefined ? {} : {code}),
    ...(output === undefined || output.bytes === 0
      ? {}
      : {output: await captureOutput(output, secretValues)}),
    ...(metrics.length === 0 ? {} : {metrics: await safeMetrics(metrics, secretValues)}),
    ...(logPosition === undefined ? {} : {logPosition}),
  };
  return remark === undefined ? result : withRemark(result, remark);
}
