import type {Assertion} from './assertion.ts';
import {leavesOf} from './leaves.ts';

/** Why it cannot be told whether a statement is true of a value that is there. */
export function doubtOf(assertion: Assertion): string {
  const types = new Set(leavesOf(assertion).map(({type}) => type));
  if (types.has('compares')) return '(no number to compare)';
  if (types.has('each') || types.has('some')) return '(no list with entries)';
  return '(this cannot be said of it)';
}
