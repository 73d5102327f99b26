import {readdir, readFile, readlink} from 'node:fs/promises';
import {
  isMeant,
  ownLine,
  type Found,
  type Identity,
  type RunningProcess,
  type Wanted,
} from './running-process.ts';
import {userNames} from '../file/user-names.ts';

/** Processes looked at together, so that few files are open at once. */
const together = 32;

/** Ticks of /proc/PID/stat in a second; proc(5), USER_HZ, the same on every Linux. */
const ticks = 100;

interface Entry extends Identity {
  readonly isAlive: boolean;
  /** Ticks from the start of the system to the start of the process. */
  readonly started: number;
}

/** /proc/PID/stat and cmdline; the name in the first may hold spaces and brackets. */
async function readEntry(pid: number): Promise<Entry | undefined> {
  try {
    const [stat, line] = await Promise.all([
      readFile(`/proc/${pid}/stat`, 'utf8'),
      readFile(`/proc/${pid}/cmdline`, 'utf8'),
    ]);
    const name = stat.slice(stat.indexOf('(') + 1, stat.lastIndexOf(')'));
    // From the third field on: state is the 3rd, the parent the 4th, the group the 5th, the start the 22nd.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const words = line.replace(/(?<!\0)\0+$/, '').split('\0');
    return {
      pid,
      parent: Number(fields[1]),
      group: Number(fields[2]),
      name,
      words: line === '' ? [name] : words,
      isAlive: !/[ZX]/.test(fields[0] ?? ''),
      started: Number(fields[19]),
    };
  } catch {
    // It ended while we looked.
    return undefined;
  }
}

async function readEntries(pids: readonly number[]): Promise<Entry[]> {
  const entries: Entry[] = [];
  for (let at = 0; at < pids.length; at += together) {
    const some = await Promise.all(pids.slice(at, at + together).map(readEntry));
    entries.push(...some.filter((entry) => entry !== undefined));
  }
  return entries;
}

/** The pipe that a stream of a process is an end of, if it is one. */
async function pipeOf(pid: number | 'self', stream: number): Promise<string | undefined> {
  const target = await readlink(`/proc/${pid}/fd/${stream}`).catch(() => '');
  return target.startsWith('pipe:') ? target : undefined;
}

/** Of the same process group those that read what this program prints, or print what it reads. */
async function joinedWith(ours: Entry, entries: readonly Entry[]): Promise<Set<number>> {
  const [input, ...outputs] = await Promise.all([0, 1, 2].map(async (one) => pipeOf('self', one)));
  const joined = new Set<number>();
  for (const {pid, group} of entries) {
    if (group !== ours.group || pid === ours.pid) continue;
    const [reads, writes] = await Promise.all([pipeOf(pid, 0), pipeOf(pid, 1)]);
    const isReader = reads !== undefined && outputs.includes(reads);
    if (isReader || (writes !== undefined && writes === input)) joined.add(pid);
  }
  return joined;
}

async function detail(
  {pid, started, words}: Entry,
  ours: Entry,
  nameOf: (id: string) => string,
): Promise<RunningProcess | undefined> {
  try {
    const status = await readFile(`/proc/${pid}/status`, 'utf8');
    const kibibytes = /^VmRSS:\s*(?<size>\d+)/m.exec(status)?.groups?.['size'] ?? '0';
    // The second number is the effective user.
    const user = /^Uid:\s*\d+\s+(?<id>\d+)/m.exec(status)?.groups?.['id'] ?? '';
    // Counted from ourselves, because in a container the system's own start is not what counts.
    const age = process.uptime() * 1000 + ((ours.started - started) * 1000) / ticks;
    return {
      pid,
      user: nameOf(user),
      userId: user,
      age: Math.max(0, age),
      memory: Number(kibibytes) * 1024,
      command: words.join(' '),
    };
  } catch {
    return undefined;
  }
}

/** The living processes that are meant, by Linux's /proc; undefined where there is none. */
export async function processesInProc(wanted: Wanted): Promise<Found | undefined> {
  const names = await readdir('/proc').catch(() => []);
  const pids = names.map(Number).filter((pid) => pid > 0);
  const entries = await readEntries(pids);
  const ours = entries.find(({pid}) => pid === process.pid);
  if (!ours) return undefined;
  const {group} = ours;
  const own = {line: ownLine(entries), joined: await joinedWith(ours, entries), group};
  const meant = entries.filter((entry) => entry.isAlive && isMeant(entry, wanted, own));
  const nameOf = meant.length > 0 ? await userNames() : String;
  const details = await Promise.all(meant.map(async (entry) => detail(entry, ours, nameOf)));
  return {
    processes: details.filter((one) => one !== undefined),
    // Mounted with hidepid, /proc shows only one's own processes, and so not the first one.
    isPartial: !pids.includes(1),
  };
}
