import {readFile} from 'node:fs/promises';

/** Names by number of a list with the columns of `/etc/passwd`. */
async function namesIn(path: string): Promise<(id: string) => string> {
  const text = await readFile(path, 'utf8').catch(() => '');
  const names = new Map<string, string>();
  for (const line of text.split('\n')) {
    const [name = '', , id = ''] = line.split(':');
    if (id !== '' && !names.has(id)) names.set(id, name);
  }
  return (id) => names.get(id) ?? id;
}

/** Names of this machine's own users by number; a user from a directory stays a number. */
export async function userNames(): Promise<(id: string) => string> {
  return namesIn('/etc/passwd');
}

/** Names of this machine's own groups by number; a group from a directory stays a number. */
export async function groupNames(): Promise<(id: string) => string> {
  return namesIn('/etc/group');
}
