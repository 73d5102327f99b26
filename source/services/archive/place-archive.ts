import {Buffer} from 'node:buffer';
import {randomUUID} from 'node:crypto';
import {open, readFile, rename, rm} from 'node:fs/promises';
import path from 'node:path';
import {Problem} from '../../problem.ts';
import {freeName} from './free-name.ts';

/** Something else lies where a file was to be written, and stays. */
class OtherContentError extends Problem {
  override name = 'OtherContentError';
}

function cannotWrite(file: string, what: string, error: unknown): Problem {
  const reason = error instanceof Error ? error.message : String(error);
  return new Problem(
    `The ${what} cannot be written to ${file}: ${reason}.`,
    'Name another file with --out, in a folder that you may write to.',
    {cause: error},
  );
}

async function readOld(file: string, what: string): Promise<Uint8Array | undefined> {
  try {
    return await readFile(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw cannotWrite(file, what, error);
  }
}

/** Puts the whole file in its place at once; for its owner alone, as it may hold internal notes. */
async function writeWhole(file: string, bytes: Uint8Array, what: string): Promise<void> {
  const draft = path.join(path.dirname(file), `.${randomUUID()}.part`);
  try {
    const handle = await open(draft, 'wx', 0o600);
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(draft, file);
  } catch (error) {
    await rm(draft, {force: true});
    throw cannotWrite(file, what, error);
  }
}

/**
 * Writes a zip or an answer unless another file is there; says which of the two happened.
 *
 * @param what it is, in a word
 * @throws {Problem} when another file is there, or it cannot be written.
 */
export async function placeArchive(
  file: string,
  bytes: Uint8Array,
  isForced: boolean,
  what = 'archive',
): Promise<'Unchanged' | 'Written'> {
  const old = await readOld(file, what);
  if (old && Buffer.compare(old, bytes) === 0) return 'Unchanged';
  if (old && !isForced)
    throw new OtherContentError(
      `${file} is there already, with another content. Nothing has been written.`,
      'Name another file with --out, or write over it with --force.',
    );
  await writeWhole(file, bytes, what);
  return 'Written';
}

/**
 * Writes under the name given or, where something else lies there, under the next one that is free.
 *
 * @param file absolute
 * @param write rejects, by `placeArchive`, where another content lies
 */
export async function writeBesideOthers<Written>(
  file: string,
  write: (file: string) => Promise<Written>,
): Promise<Written> {
  const {last, free} = freeName(file);
  if (last !== undefined)
    try {
      return await write(last);
    } catch (error) {
      // The last one has another content, and stays.
      if (!(error instanceof OtherContentError)) throw error;
    }
  return write(free);
}
