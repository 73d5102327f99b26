import path from 'node:path';
import type {TemplateFolder} from './read-template.ts';

/** The templates that come with a workspace, such as those of a team's repository. */
export function workspaceTemplates(workspace: string): string {
  return path.join(workspace, '.handoff', 'templates');
}

/**
 * Where templates are looked for before the program's own, the first one winning: the workspace
 * knows best what its customer is to get, then the user.
 *
 * @param user the folder of the user's own
 */
export function templateOverrides(user: string, workspace: string): readonly TemplateFolder[] {
  return [
    {folder: workspaceTemplates(workspace), origin: 'workspace'},
    {folder: user, origin: 'user'},
  ];
}
