import path from 'node:path';
import type {PlaybookFolder} from './found-playbook.ts';

/** The playbook that a workspace has for itself. */
export const ownPlaybook = path.join('.handoff', 'playbook.md');

/** Where somebody keeps playbooks for all their handoffs. */
export function yourPlaybooks(home: string): string {
  return path.join(home, 'playbooks');
}

/** The folders in which playbooks are looked for, the nearest first. */
export function playbookFolders(
  home: string,
  workspace: string,
  team: string | null,
): readonly PlaybookFolder[] {
  return [
    {place: 'workspace', path: path.join(workspace, '.handoff', 'playbooks')},
    {place: 'yours', path: yourPlaybooks(home)},
    ...(team === null ? [] : [{place: 'team', path: team} as const]),
  ];
}
