import type {ChecksFileProblem} from '../../../checks/spec/checks-file-error.ts';
import type {ChecksState} from '../../../services/services.ts';

/** The row of a mistake of the file, or of a doubt about it. */
export function problemKey(kind: 'problem' | 'doubt', index: number): string {
  return `${kind} ${index}`;
}

function problemsIn(state: ChecksState | undefined): readonly ChecksFileProblem[] {
  if (state?.state === 'broken') return state.problems;
  return state && 'doubts' in state ? state.doubts : [];
}

/** What is told of the file at a selected row. */
export function problemAt(
  state: ChecksState | undefined,
  selected: string | undefined,
): ChecksFileProblem | undefined {
  const kind = state?.state === 'broken' ? 'problem' : 'doubt';
  return problemsIn(state).find((_, index) => problemKey(kind, index) === selected);
}
