import {readWorkspace} from '../../services/read-workspace.ts';

export interface PlaybookOptions {
  readonly workspace?: string;
  readonly json?: boolean;
}

/** The folder whose playbooks are meant. */
export function workspaceOf({workspace = '.'}: PlaybookOptions): string {
  return readWorkspace(workspace);
}
