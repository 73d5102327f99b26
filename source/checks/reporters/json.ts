import type {CheckRun} from '../check-result.ts';
import {countOutcomes, exitCodeOf} from '../count-outcomes.ts';

/** A run as JSON for other programs: the run itself with its counts and the exit code it means. */
export function formatJson(run: CheckRun): string {
  const counts = countOutcomes(run.results);
  return `${JSON.stringify({format: 1, exitCode: exitCodeOf(run), counts, ...run}, null, 2)}\n`;
}
