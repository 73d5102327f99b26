import {readdir, readFile} from 'node:fs/promises';

interface Entry {
  readonly state: string;
  readonly parent: number;
  readonly group: number;
}

/** State, parent and process group by /proc/PID/stat; the name in it may hold spaces and brackets. */
async function readEntry(pid: number): Promise<Entry | undefined> {
  try {
    const text = await readFile(`/proc/${pid}/stat`, 'latin1');
    const [state = '', parent, group] = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return {state, parent: Number(parent), group: Number(group)};
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

async function allEntries(): Promise<ReadonlyMap<number, Entry>> {
  const names = await readdir('/proc').catch(() => []);
  const pids = names.map(Number).filter((pid) => pid > 0);
  const entries = await Promise.all(pids.map(async (pid) => [pid, await readEntry(pid)] as const));
  return new Map(entries.flatMap(([pid, entry]) => (entry ? [[pid, entry]] : [])));
}

/** A process and all that it has started and that still lives; only itself without a /proc. */
export async function withDescendants(pid: number): Promise<number[]> {
  const entries = await allEntries();
  const found = [pid];
  for (const parent of found)
    for (const [child, entry] of entries)
      if (entry.parent === parent && !/[ZX]/.test(entry.state)) found.push(child);
  return found;
}
