import path from 'node:path';
import type {TemplateFolder} from './read-template.ts';

/** The user's own templates, in the store. */
export function userTemplates(home: string): string {
  return path.join(home, 'templates');
}

/** The templates that come with a workspace, such as those of a team's repository. */
export function workspaceTemplates(workspace: string): string {
  return path.join(workspace, '.handoff', 'templates');
}

/**
 * Where templates are looked for before the program's own, the first one winning: the workspace
 * knows best what its customer is to get, then the user.
 */
export function templateOverrides(home: string, workspace: string): readonly TemplateFolder[] {
  return [
    {folder: workspaceTemplates(workspace), origin: 'workspace'},
    {folder: userTemplates(home), origin: 'user'},
  ];
}
