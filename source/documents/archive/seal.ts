import {Buffer} from 'node:buffer';
import {createHash} from 'node:crypto';
import {createReadStream} from 'node:fs';
import {sha256} from '../manifest.ts';

/** What the comment of a zip that this program made begins with; the hash follows in hexadecimal digits. */
const begin = 'handoff-wizard sha256:';
const digits = 64;

/** The comment of a zip that is still to be sealed. */
export const unsealed = `${begin}${'0'.repeat(digits)}`;

/**
 * How the seal of a zip stands: the hash, in its comment at the very end, of all bytes before the hash. So each
 * byte around the files is held as well. `none`: there is no comment, so others have packed it.
 */
export type SealState = 'good' | 'broken' | 'none';

/** A zip that was made with the comment {@link unsealed}, with its seal filled in. */
export function seal(zip: Uint8Array): Uint8Array {
  const covered = zip.subarray(0, zip.length - digits);
  return Buffer.concat([covered, Buffer.from(sha256(covered))]);
}

/**
 * Whether a zip is byte for byte as this program made it. The seal finds changes, not forgers: anybody can
 * make one.
 */
export async function sealState(file: string, size: number, comment: string): Promise<SealState> {
  if (comment === '') return 'none';
  if (!comment.startsWith(begin) || comment.length !== unsealed.length) return 'broken';
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file, {end: size - digits - 1}))
    hash.update(chunk as Uint8Array);
  return hash.digest('hex') === comment.slice(begin.length) ? 'good' : 'broken';
}
