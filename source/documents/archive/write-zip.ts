import {Buffer} from 'node:buffer';
import {buffer} from 'node:stream/consumers';
import {ZipFile} from 'yazl';
import type {BagFiles} from './bag.ts';
import {seal, unsealed} from './seal.ts';

/** The permissions of every file in the zip: all may read, the owner may write. */
const mode = 0o100644;

/**
 * A zip keeps local time without a zone, so the same moment would give other bytes elsewhere. The
 * noon of a day is the same everywhere, and no clock is ever put forward over it.
 */
function noonOf(instant: string): Date {
  const [year = 1980, month = 1, day = 1] = instant.slice(0, 10).split('-').map(Number);
  return new Date(year, month - 1, day, 12);
}

/**
 * A zip of the files in one folder, in their order; the same files and day give the same bytes on
 * every machine. Nothing is compressed: what a compressor gives differs from one build to the next. Its comment
 * is a seal over all of it.
 */
export async function makeZip(folder: string, files: BagFiles, day: string): Promise<Uint8Array> {
  const zip = new ZipFile();
  const options = {mtime: noonOf(day), forceDosTimestamp: true, mode, compress: false};
  for (const [name, content] of files)
    zip.addBuffer(Buffer.from(content), `${folder}/${name}`, options);
  zip.end({comment: unsealed, forceZip64Format: false});
  return seal(await buffer(zip.outputStream));
}
