import {createHash} from 'node:crypto';
import type {Stats} from 'node:fs';
import {constants} from 'node:fs';
import {open, readdir, stat, type FileHandle} from 'node:fs/promises';
import path from 'node:path';
import type {LogPosition} from '../../check-result.ts';

/** A file to be read from a byte on. */
export interface LogPart {
  readonly path: string;
  readonly from: number;
}

/** What is to be read of a log, oldest first and the log itself last, and what a person must know. */
export interface LogParts {
  readonly parts: readonly LogPart[];
  readonly remark: string;
}

/** So much of a log's beginning tells it from another. */
const headLimit = 1024;

/** Without O_NONBLOCK, opening a named pipe that nobody writes to would wait for ever. */
export async function openLog(path: string): Promise<FileHandle> {
  return open(path, constants.O_RDONLY | constants.O_NONBLOCK);
}

/** SHA-256 of the first bytes, lower-case hex. */
async function headHash(handle: FileHandle, length: number): Promise<string> {
  const {buffer, bytesRead} = await handle.read(Buffer.alloc(length), 0, length, 0);
  return createHash('sha256').update(buffer.subarray(0, bytesRead)).digest('hex');
}

/** Where a log stands of which everything up to `offset` was read. */
export async function positionAt(
  handle: FileHandle,
  path: string,
  offset: number,
): Promise<LogPosition> {
  const headBytes = Math.min(headLimit, offset);
  const {ino} = await handle.stat({bigint: true});
  return {
    path,
    inode: String(ino),
    offset,
    headBytes,
    headSha256: await headHash(handle, headBytes),
  };
}

/** Whether a file is the one that was read, and has lost nothing of what was read. */
async function isContinued(
  path: string,
  position: LogPosition,
  mayHaveMoved: boolean,
): Promise<boolean> {
  const handle = await openLog(path).catch(() => undefined);
  try {
    const found = await handle?.stat({bigint: true});
    if (!handle || !found?.isFile() || found.size < position.offset) return false;
    // A copy has another inode, but is known by its beginning.
    const isSame = String(found.ino) === position.inode || (mayHaveMoved && position.headBytes > 0);
    return isSame && (await headHash(handle, position.headBytes)) === position.headSha256;
  } finally {
    await handle?.close();
  }
}

interface Sibling {
  readonly path: string;
  readonly found: Stats;
  readonly isCompressed: boolean;
}

/** Files that look like older parts of a log, oldest first: app.log.1, app.log-20260301, app-1.log. */
async function olderFiles(file: string): Promise<Sibling[]> {
  const {dir, base, name, ext} = path.parse(file);
  const names = await readdir(path.dirname(file)).catch(() => []);
  const siblings = await Promise.all(
    names
      .filter((one) => one !== base && one.startsWith(name))
      .map(async (one): Promise<Sibling | undefined> => {
        const plain = one.replace(/\.(?:gz|bz2|xz|zst|Z)$/, '');
        const rest = plain.slice(name.length).replace(ext, '');
        const file = path.join(dir, one);
        const found = /^[\d._T:-]*\d[\d._T:-]*$/.test(rest)
          ? await stat(file).catch(() => undefined)
          : undefined;
        return found?.isFile() ? {path: file, found, isCompressed: plain !== one} : undefined;
      }),
  );
  return siblings
    .filter((one) => one !== undefined)
    .sort((a, b) => a.found.mtimeMs - b.found.mtimeMs);
}

const notLookedAt = 'an older part of it is compressed and was not looked at';

/** The whole log and its older parts that were written to at `since` (milliseconds) or later. */
export async function partsSince(path: string, since: number, words: string): Promise<LogParts> {
  const older = (await olderFiles(path)).filter(({found}) => found.mtimeMs >= since);
  const readable = older.filter(({isCompressed}) => !isCompressed);
  const remark = readable.length < older.length ? `(${words}; ${notLookedAt})` : `(${words})`;
  return {parts: [...readable.map((one) => ({path: one.path, from: 0})), {path, from: 0}], remark};
}

/** What was written since a position, also when the log was rotated or emptied after it. */
export async function partsAfter(
  file: string,
  position: LogPosition | undefined,
): Promise<LogParts> {
  if (!position) return {parts: [{path: file, from: 0}], remark: '(the first run: the whole log)'};
  if (await isContinued(file, position, false))
    return {parts: [{path: file, from: position.offset}], remark: '(since the last run)'};
  const older = await olderFiles(file);
  for (const [index, candidate] of older.entries())
    if (!candidate.isCompressed && (await isContinued(candidate.path, position, true))) {
      const later = older.slice(index + 1);
      const readable = later.filter(({isCompressed}) => !isCompressed);
      const words = `since the last run, after which ${path.basename(file)} was rotated`;
      return {
        parts: [
          {path: candidate.path, from: position.offset},
          ...readable.map((one) => ({path: one.path, from: 0})),
          {path: file, from: 0},
        ],
        remark: readable.length < later.length ? `(${words}; ${notLookedAt})` : `(${words})`,
      };
    }
  const remark =
    '(the whole log: it was rotated or emptied after the last run, and what stood in it then is not found)';
  return {parts: [{path: file, from: 0}], remark};
}
