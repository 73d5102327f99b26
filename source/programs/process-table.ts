import {readdir, readFile} from 'node:fs/promises';

interface Entry {
  readonly state: string;
  readonly group: number;
}

/** State and process group by /proc/PID/stat; the name in it may hold spaces and brackets. */
async function readEntry(pid: number): Promise<Entry | undefined> {
  try {
    const text = await readFile(`/proc/${pid}/stat`, 'latin1');
    const [state = '', , group] = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return {state, group: Number(group)};
  } catch {
    return undefined;
  }
}

/** Dead processes stay in the table until their parent asks for them, which some never do. */
function isAlive(entry: Entry | undefined, group: number): boolean {
  return entry !== undefined && entry.group === group && !/[ZX]/.test(entry.state);
}

/** Processes of `pids` that still live in the group. */
export async function stillAlive(pids: readonly number[], group: number): Promise<number[]> {
  const entries = await Promise.all(pids.map(async (pid) => ({pid, entry: await readEntry(pid)})));
  return entries.filter(({entry}) => isAlive(entry, group)).map(({pid}) => pid);
}

/** The living processes of a group; undefined where the system has no /proc. */
export async function livingMembers(group: number): Promise<number[] | undefined> {
  try {
    const pids = (await readdir('/proc')).map(Number).filter((pid) => pid > 0);
    return pids.length > 0 ? await stillAlive(pids, group) : undefined;
  } catch {
    return undefined;
  }
}
