import {setTimeout as wait} from 'node:timers/promises';
import type {Check} from './checks-file.ts';
import type {CheckResult} from './check-result.ts';
import {runCheck, type CheckSurroundings} from './run-check.ts';
import type {Retry} from './spec/schema-running.ts';
import {withRemark} from './with-remark.ts';

/** A try that was not the last. */
export interface FailedTry {
  /** From 1. */
  readonly attempt: number;
  readonly result: CheckResult;
  /** Milliseconds until the next one. */
  readonly pause: number;
}

function mayTryAgain({times, until, every}: Retry, attempt: number, elapsed: number): boolean {
  return times === undefined ? elapsed + every <= (until ?? 0) : attempt <= times;
}

/** Says on which try the last result came, where there was more than one. */
function told(result: CheckResult, attempts: number, {times}: Retry): CheckResult {
  if (attempts === 1) return result;
  const of = times === undefined ? '' : ` of ${times + 1}`;
  return {...withRemark(result, `on try ${attempts}${of}`), attempts};
}

async function pauseFor(time: number, signal: AbortSignal): Promise<void> {
  await wait(time, undefined, {signal}).catch(() => undefined);
}

/**
 * Runs a check until it neither fails nor stays unknown, as often or as long as its `retry` allows,
 * and gives the last try. Each try has the whole timeout. Aborting ends a pause too.
 */
export async function runInTries(
  check: Check,
  surroundings: CheckSurroundings,
  onFailedTry: (failed: FailedTry) => void,
): Promise<CheckResult> {
  const {retry} = check;
  const {signal} = surroundings;
  const started = performance.now();
  for (let attempt = 1; ; attempt += 1) {
    const result = await runCheck(check, surroundings);
    const isBad = result.outcome === 'fail' || result.outcome === 'unknown';
    if (!retry || !isBad || !mayTryAgain(retry, attempt, performance.now() - started))
      return retry ? told(result, attempt, retry) : result;
    if (!signal.aborted) {
      onFailedTry({attempt, result, pause: retry.every});
      await pauseFor(retry.every, signal);
    }
    if (signal.aborted) return result;
  }
}
