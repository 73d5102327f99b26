import {closeSync, constants, fstatSync, openSync, readFileSync} from 'node:fs';
import {realpath} from 'node:fs/promises';
import path from 'node:path';
import {binaryKind, decodeText} from '../../playbook/decode-text.ts';

/** A file may have so many bytes: what people write to configure a system is far smaller. */
export const mostBytes = 1024 * 1024;

export type Found =
  | {
      readonly text: string;
      /** Some bytes mean nothing in any encoding. */
      readonly isDamaged: boolean;
    }
  | {readonly why: string}
  | {readonly isGone: true};

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'this account may not read it',
  EPERM: 'this account may not read it',
  ELOOP: 'it is a link that leads back to itself',
  ENAMETOOLONG: 'its name is too long',
  ENXIO: 'it is no file',
};

function reasonOf(error: unknown): Found {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  if (code === 'ENOENT' || code === 'ENOTDIR') return {isGone: true};
  return {why: reasons[code] ?? code};
}

function isInside(root: string, file: string): boolean {
  return file.startsWith(root.endsWith(path.sep) ? root : root + path.sep);
}

/** Where a file really lies, if that is inside of the folder. */
async function placeOf(root: string, file: string): Promise<string | Found> {
  const place = path.resolve(root, file);
  if (!isInside(root, place)) return {why: 'it lies outside of the folder'};
  const real = await realpath(place);
  return isInside(root, real) ? real : {why: 'it is a link out of the folder'};
}

/** The bytes of an open file, which is closed then. Small reads cost several times as much in another thread. */
function readSmall(file: number): Uint8Array | Found {
  try {
    const stats = fstatSync(file);
    if (stats.isDirectory()) return {isGone: true};
    if (!stats.isFile()) return {why: 'it is no file'};
    return stats.size > mostBytes ? {why: 'it has more than 1 MB'} : readFileSync(file);
  } finally {
    closeSync(file);
  }
}

/**
 * Reads a text file inside of `root`, which is a real path. A pipe or a device is not waited for. Where a
 * file that is known as plain has become a link meanwhile, it is not read.
 */
export async function readWithin(
  root: string,
  file: string,
  {isPlain = false}: {readonly isPlain?: boolean} = {},
): Promise<Found> {
  try {
    const place = isPlain ? path.join(root, file) : await placeOf(root, file);
    if (typeof place !== 'string') return place;
    const how = constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW;
    const bytes = readSmall(openSync(place, how));
    if (!(bytes instanceof Uint8Array)) return bytes;
    const kind = binaryKind(bytes) ?? (bytes.includes(0) ? 'a binary file' : undefined);
    const {text, isDamaged = false, encoding} = decodeText(bytes);
    if (kind !== undefined && encoding?.startsWith('UTF-16') !== true)
      return {why: `it is ${kind}`};
    return {text: text.replace(/^\uFEFF/u, ''), isDamaged};
  } catch (error) {
    return reasonOf(error);
  }
}

/** Whether there is a file of this name inside of `root`. */
export async function isWithin(root: string, file: string): Promise<boolean> {
  try {
    return typeof (await placeOf(root, file)) === 'string';
  } catch {
    return false;
  }
}
