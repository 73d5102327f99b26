import type {Change} from '../handoff/changes/catalogue.ts';
import {changeProblem} from '../handoff/changes/read-change.ts';
import {RefusedError} from './refused-error.ts';

/**
 * Nothing goes to the disk that no reader would take for a change.
 *
 * @throws {RefusedError} that names the value.
 */
export function requireWellFormed(changes: readonly Change[]): void {
  for (const change of changes) {
    const problem = changeProblem(change);
    if (problem === undefined) continue;
    throw new RefusedError({
      code: 'malformed',
      message: `A change "${change.type}" ${problem}.`,
      try: 'Correct it and try again.',
    });
  }
}
