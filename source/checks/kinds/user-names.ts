import {readFile} from 'node:fs/promises';

/** Names of this machine's own users by number; a user from a directory stays a number. */
export async function userNames(): Promise<(id: string) => string> {
  const text = await readFile('/etc/passwd', 'utf8').catch(() => '');
  const names = new Map<string, string>();
  for (const line of text.split('\n')) {
    const [name = '', , id = ''] = line.split(':');
    if (id !== '' && !names.has(id)) {
      names.set(id, name);
    }
  }
  return (id) => names.get(id) ?? id;
}
