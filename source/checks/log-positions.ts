import type {CheckResult, LogPositions} from './check-result.ts';

/**
 * What to keep for the next run: where log checks `since: last-run` are now, and for those that were
 * not run or could not read their log, where they were before.
 */
export function logPositionsAfter(
  before: LogPositions,
  results: readonly Pick<CheckResult, 'name' | 'logPosition'>[],
): LogPositions {
  const moved = results.flatMap(({name, logPosition}) =>
    logPosition === undefined ? [] : [[name, logPosition] as const],
  );
  return Object.fromEntries([...Object.entries(before), ...moved]);
}
