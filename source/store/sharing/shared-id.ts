import path from 'node:path';

/** What a folder keeps of a handoff beside playbooks and templates of the team. */
export const sharedFolderName = '.handoff';

/** Names in that folder that mean something else. */
const reserved: ReadonlySet<string> = new Set(['playbooks', 'templates']);

/** Whether a handoff can lie under this name in a shared folder. */
export function isSharedId(id: string): boolean {
  return /^[a-z0-9][a-z0-9-]{0,79}$/.test(id) && !reserved.has(id);
}

/** Where a handoff lies in a folder that is shared. */
export function sharedFolder(folder: string, id: string): string {
  return path.join(folder, sharedFolderName, id);
}
