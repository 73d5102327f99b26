import {realpathSync} from 'node:fs';
import path from 'node:path';

/** Where a handoff's checks file lies unless another is named. */
export function checksPath(workspace: string): string {
  return path.join(workspace, 'handoff.yaml');
}

function realPath(file: string): string {
  try {
    return realpathSync(file);
  } catch {
    return path.resolve(file);
  }
}

/** A checks file by the path that journals know it by: the handoff's own is one, however it was named. */
export function recordedPath(workspace: string, file: string): string {
  const own = checksPath(workspace);
  return realPath(file) === realPath(own) ? own : path.resolve(file);
}
