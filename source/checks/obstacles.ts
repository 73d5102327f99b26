import {checksOf, conditionWords, unmetPart} from './conditions.ts';
import type {Check} from './checks-file.ts';
import type {CheckResult, Outcome} from './check-result.ts';

const asFate: Readonly<Record<Outcome, string>> = {
  pass: 'passed',
  waived: 'is waived',
  skipped: 'was skipped',
  warn: 'warned',
  unknown: 'is unknown',
  fail: 'failed',
};

/** With these, what needs the check can be relied on: a waiver accepts the failure on purpose. */
const goodEnough: ReadonlySet<Outcome> = new Set(['pass', 'waived', 'warn']);

export interface ObstacleSurroundings {
  readonly allowChanges: boolean;
  /** The result of a check that has ended, by its name in the file. */
  readonly resultOf: (check: string) => CheckResult | undefined;
}

/** Why a check does not run. */
export interface Obstacle {
  /** Fit to be shown but for secrets. */
  readonly reason: string;
  /** Its own condition says that it does not apply here, whatever other checks gave. */
  readonly isInapplicable?: boolean;
  /** It changes the system, and nobody asked for that. */
  readonly isUnasked?: boolean;
}

/** Why a check must not run now; undefined when it may. */
export async function obstacleOf(
  check: Check,
  {allowChanges, resultOf}: ObstacleSurroundings,
): Promise<Obstacle | undefined> {
  const {effect, when, needs} = check;
  const unmet = when && (await unmetPart(when, (name) => resultOf(name)?.outcome));
  if (unmet)
    return {
      reason: `Not run: it applies only if ${conditionWords(unmet)}.`,
      isInapplicable: checksOf(unmet).length === 0,
    };
  for (const name of needs) {
    const result = resultOf(name);
    if (result && !goodEnough.has(result.outcome))
      return {reason: `Not run: it needs "${result.name}", which ${asFate[result.outcome]}.`};
  }
  return effect === 'changes' && !allowChanges
    ? {reason: 'Not run: it changes the system, and that was not asked for.', isUnasked: true}
    : undefined;
}
