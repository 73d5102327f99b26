import type {CheckResult, CheckRun, Outcome, OutcomeCounts} from './check-result.ts';

/** How many results have each outcome. */
export function countOutcomes(results: readonly Pick<CheckResult, 'outcome'>[]): OutcomeCounts {
  const counts: Record<Outcome, number> = {
    pass: 0,
    waived: 0,
    skipped: 0,
    warn: 0,
    unknown: 0,
    fail: 0,
  };
  for (const {outcome} of results) counts[outcome] += 1;
  return counts;
}

function isBad({outcome}: Pick<CheckResult, 'outcome'>): boolean {
  return outcome === 'fail' || outcome === 'unknown';
}

/** The program's exit code for a run: 130 interrupted, 3 a required check failed, 4 warnings, 0 good. */
export function exitCodeOf({
  results,
  isInterrupted,
}: Pick<CheckRun, 'isInterrupted'> & {
  readonly results: readonly Pick<CheckResult, 'outcome' | 'severity'>[];
}): 0 | 3 | 4 | 130 {
  if (isInterrupted) return 130;
  if (results.some((result) => isBad(result) && result.severity === 'required')) return 3;
  return results.some((result) => isBad(result) || result.outcome === 'warn') ? 4 : 0;
}
