import {readFile} from 'node:fs/promises';
import {NotSupported} from '../matchers/matcher.ts';
import {goInt, goStrings} from '../values/go-value.ts';
import {type Look, LookError} from './resource.ts';

/** The lines of a list with colons between its columns. */
async function rowsOf(path: string): Promise<readonly (readonly string[])[]> {
  try {
    const lines = (await readFile(path, 'utf8')).split('\n');
    return lines.filter((line) => line !== '').map((line) => line.split(':'));
  } catch {
    throw new NotSupported(`${path} cannot be read here; ask with "id" or "getent" in a command`);
  }
}

/** The entry of a name. goss looks at this machine's own lists only, not at directories. */
async function entry(path: string, name: string): Promise<readonly string[] | undefined> {
  return (await rowsOf(path)).find(([first]) => first === name);
}

function column(row: readonly string[] | undefined, at: number, what: string): string {
  const value = row?.[at];
  if (value === undefined) {
    throw new LookError(`there is no such ${what}`);
  }
  return value;
}

export const lookAtUser: Look = async ({name}) => {
  const user = async (at: number) => column(await entry('/etc/passwd', name), at, 'user');
  return {
    attributes: {
      exists: async () => (await entry('/etc/passwd', name)) !== undefined,
      uid: async () => goInt(Number(await user(2))),
      gid: async () => goInt(Number(await user(3))),
      home: async () => user(5),
      shell: async () => user(6),
      groups: async () => {
        const own = await user(3);
        const groups = (await rowsOf('/etc/group'))
          .filter((row) => row.length === 4)
          .filter(([, , id, members = '']) => id === own || members.split(',').includes(name))
          .map(([group = '']) => group);
        return goStrings(groups.sort());
      },
    },
  };
};

export const lookAtGroup: Look = async ({name}) => ({
  attributes: {
    exists: async () => (await entry('/etc/group', name)) !== undefined,
    gid: async () => goInt(Number(column(await entry('/etc/group', name), 2, 'group'))),
  },
});
