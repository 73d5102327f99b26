import type {CheckRecord, CheckRunRecord} from '../model/check-run.ts';
import type {Handoff} from '../model/handoff.ts';

/** The last run of the checks; nothing where none has run. */
export function lastCheckRun(handoff: Handoff): CheckRunRecord | undefined {
  return handoff.checkRuns.at(-1);
}

/** Required checks of the last run that do not hold: what blocks the handoff. */
export function blockingChecks(handoff: Handoff): CheckRecord[] {
  const results = lastCheckRun(handoff)?.results ?? [];
  return results.filter(
    ({severity, outcome}) =>
      severity === 'required' && (outcome === 'fail' || outcome === 'unknown'),
  );
}
