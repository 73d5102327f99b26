import {createHash} from 'node:crypto';
import type {Stats} from 'node:fs';
import {readdir, stat} from 'node:fs/promises';
import path from 'node:path';
import type {LogPosition} from '../../check-result.ts';
import {headOf, openSource, type LogSource} from './log-source.ts';

/** A file to be read from a byte on. */
export interface LogPart {
  readonly path: string;
  readonly from: number;
}

/** What is to be read of a log, oldest first and the log itself last, and what a person must know. */
export interface LogParts {
  readonly parts: readonly LogPart[];
  readonly remark: string;
  /** What belongs to it and cannot be read, in words. */
  readonly unseen: readonly string[];
}

/** So much of a log's beginning tells it from another. */
const headLimit = 1024;

/** SHA-256 of the first bytes of what is in it, lower-case hex. */
async function headHash(source: LogSource, length: number): Promise<string> {
  const head = await headOf(source, length);
  return createHash('sha256').update(head).digest('hex');
}

/** Where a log stands of which everything up to `offset` was read. */
export async function positionAt(source: LogSource, offset: number): Promise<LogPosition> {
  const headBytes = Math.min(headLimit, offset);
  const {ino} = await source.handle.stat({bigint: true});
  return {
    path: source.path,
    inode: String(ino),
    offset,
    headBytes,
    headSha256: await headHash(source, headBytes),
  };
}

/** Whether a file is the one that was read, and has lost nothing of what was read. */
async function isContinued(
  path: string,
  position: LogPosition,
  mayHaveMoved: boolean,
): Promise<boolean> {
  const source = await openSource(path).catch(() => undefined);
  if (!source) return false;
  try {
    const found = await source.handle.stat({bigint: true});
    // What is packed is shorter than what is in it.
    if (!source.unpack && found.size < position.offset) return false;
    // A copy has another inode, but is known by its beginning.
    const isSame = String(found.ino) === position.inode || (mayHaveMoved && position.headBytes > 0);
    return isSame && (await headHash(source, position.headBytes)) === position.headSha256;
  } catch {
    return false;
  } finally {
    await source.handle.close();
  }
}

interface Sibling {
  readonly path: string;
  readonly found: Stats;
}

interface OlderFiles {
  readonly files: readonly Sibling[];
  readonly unseen: readonly string[];
}

/** Files that look like older parts of a log, oldest first: app.log.1, app.log-20260301, app-1.log. */
async function olderFiles(file: string): Promise<OlderFiles> {
  const {dir, base, name, ext} = path.parse(file);
  const names = await readdir(dir).catch(() => undefined);
  if (!names)
    return {
      files: [],
      unseen: [`the folder ${dir} cannot be listed, so older parts were not found`],
    };
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
        return found?.isFile() ? {path: file, found} : undefined;
      }),
  );
  const files = siblings
    .filter((one) => one !== undefined)
    .sort((a, b) => a.found.mtimeMs - b.found.mtimeMs);
  return {files, unseen: []};
}

/** The whole log and its older parts that were written to at `since` (milliseconds) or later. */
export async function partsSince(file: string, since: number, words: string): Promise<LogParts> {
  const {files, unseen} = await olderFiles(file);
  const older = files.filter(({found}) => found.mtimeMs >= since);
  return {
    parts: [...older.map((one) => ({path: one.path, from: 0})), {path: file, from: 0}],
    remark: `(${words})`,
    unseen,
  };
}

/** What was written since a position, also when the log was rotated or emptied after it. */
export async function partsAfter(
  file: string,
  position: LogPosition | undefined,
): Promise<LogParts> {
  const whole = {path: file, from: 0};
  if (!position) return {parts: [whole], remark: '(the first run: the whole log)', unseen: []};
  if (await isContinued(file, position, false)) {
    const parts = [{path: file, from: position.offset}];
    return {parts, remark: '(since the last run)', unseen: []};
  }
  const {files: older} = await olderFiles(file);
  for (const [index, candidate] of older.entries())
    if (await isContinued(candidate.path, position, true)) {
      const later = older.slice(index + 1).map((one) => ({path: one.path, from: 0}));
      return {
        parts: [{path: candidate.path, from: position.offset}, ...later, whole],
        remark: `(since the last run, after which ${path.basename(file)} was rotated)`,
        unseen: [],
      };
    }
  const lost = `it was rotated or emptied after the last run, and what stood in it then is not found`;
  return {parts: [whole], remark: `(the whole log: ${lost})`, unseen: [lost]};
}
