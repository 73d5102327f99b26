import path from 'node:path';
import {mayTakeLong, searchInTime} from '../../assertions/slow-pattern.ts';
import {isWatched} from '../../../programs/process-groups.ts';

/** One living process of the host, as far as a check may ask about it. */
export interface RunningProcess {
  readonly pid: number;
  /** Name of the user it runs as, or the number where it has no name. */
  readonly user: string;
  /** Number of that user, where the system told it. */
  readonly userId?: string;
  /** Milliseconds since it started. */
  readonly age: number;
  /** Bytes that are in memory (resident set size); shared memory counts in every process. */
  readonly memory: number;
  /** The whole command line. */
  readonly command: string;
}

/** What a process is found by. */
export interface Identity {
  readonly pid: number;
  readonly parent: number;
  readonly group: number;
  /** What the system calls it; Linux keeps 15 bytes. */
  readonly name?: string | undefined;
  readonly words: readonly string[];
}

/** Which processes are meant. */
export interface Wanted {
  readonly name?: string | undefined;
  readonly pattern?: RegExp | undefined;
  /** They are processes of another machine, where none can be ours. */
  readonly isElsewhere?: boolean | undefined;
}

export interface Found {
  readonly processes: readonly RunningProcess[];
  /** True when the processes of others could not be seen, so that an absence says nothing. */
  readonly isPartial: boolean;
}

/** The program's name without folder, `-` of a login shell, or what a server writes behind it. */
export function programOf(word: string): string {
  const [first = ''] = word.split(/:? /);
  return path.basename(first.replace(/^-/, '').replace(/:$/, ''));
}

/** What belongs to this program itself among the processes of its host. */
export interface Own {
  /** Itself and those it was started by, whose command lines may name whatever is looked for. */
  readonly line: ReadonlySet<number>;
  /** Processes of one pipe with it, such as a `grep`. Undefined: that cannot be told here. */
  readonly joined: ReadonlySet<number> | undefined;
  readonly group: number | undefined;
}

/** This program and all it was started by, one by the other. */
export function ownLine(identities: readonly Pick<Identity, 'pid' | 'parent'>[]): Set<number> {
  const parents = new Map(identities.map(({pid, parent}) => [pid, parent]));
  const line = new Set<number>();
  for (
    let pid: number | undefined = process.pid;
    pid !== undefined && pid > 1 && !line.has(pid);
    pid = parents.get(pid)
  )
    line.add(pid);
  return line;
}

/**
 * Neither this program, nor who started it, nor who is in a pipe with it, nor what other checks are
 * running just now. A service that the same script started before is a service like any other.
 */
function isOurs(
  {pid, group}: Identity,
  {line, joined, group: own}: Own,
  isNamed: boolean,
): boolean {
  if (line.has(pid) || isWatched(group)) return true;
  // A pattern finds itself in the command line of a pipe's other end; a name hardly does.
  return joined ? joined.has(pid) : group === own && !isNamed;
}

/** @throws SlowPatternError */
function isFound(pattern: RegExp | undefined, line: string): boolean {
  if (!pattern) return true;
  return mayTakeLong(pattern) ? searchInTime(() => pattern.test(line)) : pattern.test(line);
}

/** Whether a process is one of those that are meant. */
export function isMeant(identity: Identity, wanted: Wanted, own: Own): boolean {
  const {name, words} = identity;
  if (wanted.isElsewhere !== true && isOurs(identity, own, wanted.name !== undefined)) return false;
  const [first = ''] = words;
  const isNamed =
    wanted.name === undefined ||
    wanted.name === name ||
    wanted.name === programOf(first) ||
    wanted.name === path.basename(first);
  return isNamed && isFound(wanted.pattern, words.join(' '));
}
