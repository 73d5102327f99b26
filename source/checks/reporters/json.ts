import type {CheckRun} from '../model.ts';
import {countOutcomes, exitCodeOf} from '../outcomes.ts';

/** A run as JSON for other programs: the run itself with its counts and the exit code it means. */
export function formatJson(run: CheckRun): string {
  const counts = countOutcomes(run.results);
  return `${JSON.stringify({format: 1, exitCode: exitCodeOf(run), counts, ...run}, null, 2)}\n`;
}
