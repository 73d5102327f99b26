import {randomUUID} from 'node:crypto';
import {linkSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {setTimeout as pause} from 'node:timers/promises';
import {notSaved, StoreError} from '../store-error.ts';
import {hasEnded, hostName} from './process-life.ts';

/** Who has a turn. */
interface Holder {
  readonly token: string;
  readonly pid: number;
  readonly host: string;
}

/** Milliseconds between two looks, and how many there are. */
const interval = 40;
const looks = 100;

function readHolder(turn: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(turn, 'utf8')) as Holder;
  } catch {
    return undefined;
  }
}

/**
 * Whether a holder has ended. Of other machines nothing is known, so nothing is taken from them. A
 * turn is never held while this process waits, so one in its own name is of an earlier process with
 * the same number, as in containers that give each start the same.
 */
function isGone({pid, host}: Holder): boolean {
  return host === hostName() && (pid === process.pid || hasEnded(pid));
}

/** Makes a file that nobody else has made, with its content in it from the start. */
function claim(turn: string, holder: Holder): boolean {
  const draft = `${turn}.${holder.token}.part`;
  try {
    writeFileSync(draft, JSON.stringify(holder), {mode: 0o600});
    linkSync(draft, turn);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw notSaved(turn, error);
  } finally {
    rmSync(draft, {force: true});
  }
}

/**
 * Takes the turn to write a revision, or the place of a holder that has ended without writing it.
 * One holder can be followed only once, so of two that find it gone one gets its place.
 */
function take(turn: string, holder: Holder): {readonly file?: string; readonly by?: Holder} {
  for (let file = turn; ;) {
    if (claim(file, holder)) return {file};
    const by = readHolder(file);
    if (!by) return {};
    if (!isGone(by)) return {by};
    file = `${file}.after-${by.token}`;
  }
}

function clear(file: string, revision: number): void {
  const start = `${path.basename(file)}.turn-`;
  for (const name of readdirSync(path.dirname(file)))
    if (name.startsWith(start) && Number.parseInt(name.slice(start.length), 10) <= revision)
      rmSync(path.join(path.dirname(file), name), {force: true});
}

/**
 * Runs `work`, which writes the next revision of a file, while nobody else writes it. A turn is of
 * one revision: who gets it once that was written lets go and asks for the next. So no clock and no
 * time decides, and a turn whose holder was killed is free at once.
 *
 * @throws {StoreError} when another process does not end its turn, or the disk refuses.
 */
export async function withTurn<T>(
  file: string,
  readRevision: () => number,
  work: (revision: number) => T,
): Promise<T> {
  const holder: Holder = {token: randomUUID(), pid: process.pid, host: hostName()};
  let by: Holder | undefined;
  for (let look = 0; look < looks; look += 1) {
    const next = readRevision() + 1;
    const taken = take(`${file}.turn-${next}`, holder);
    by = taken.by;
    if (taken.file !== undefined)
      try {
        if (readRevision() + 1 === next) {
          const result = work(next);
          clear(file, next);
          return result;
        }
      } finally {
        rmSync(taken.file, {force: true});
      }
    else await pause(interval);
  }
  throw new StoreError(
    by
      ? `Process ${by.pid} on ${by.host} is writing this file and does not end.`
      : 'Others are writing this file all the time.',
    file,
    'Try again in a moment. If that process is gone, remove the files beside it whose names hold ".turn-".',
  );
}
