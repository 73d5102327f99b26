import path from 'node:path';

/** Where a handoff's checks file lies unless another is named. */
export function checksPath(workspace: string): string {
  return path.join(workspace, 'handoff.yaml');
}
