import {diffRuns} from '../../checks/diff/diff-runs.ts';
import {tellDiff} from '../../checks/diff/tell-diff.ts';
import type {CheckRunRecord} from '../../handoff/model/check-run.ts';

/** What changed between two kept runs, for the documents, which know no checks. */
export function compareRuns(before: CheckRunRecord, after: CheckRunRecord): string[] {
  return tellDiff(diffRuns(before, after));
}
