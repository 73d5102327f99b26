import {stat} from 'node:fs/promises';
import {Problem} from '../../problem.ts';
import type {Bounds} from './bag-bounds.ts';
import {bounds, type BagSource} from './bag-source.ts';
import {readBagFolder} from './read-bag-folder.ts';
import {readZip} from './read-zip.ts';

/** A bag, and whether it was a folder. */
export interface ReadBag {
  readonly source: BagSource;
  readonly isUnpacked: boolean;
}

/**
 * Opens a bag, in a zip or unpacked.
 *
 * @param hint what to name instead of what cannot be read
 * @throws {Problem} when it is neither, cannot be read, or is larger than any handoff.
 */
export async function readBag(
  file: string,
  hint: string,
  limits: Bounds = bounds,
): Promise<ReadBag> {
  const stats = await stat(file).catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Problem(`${file} cannot be read: ${reason}.`, hint, {cause: error});
  });
  const isUnpacked = stats.isDirectory();
  // To open a pipe waits for whoever writes to it.
  if (!isUnpacked && !stats.isFile())
    throw new Problem(`${file} cannot be read: it is neither a file nor a folder.`, hint);
  const source = isUnpacked ? await readBagFolder(file, limits) : await readZip(file, limits);
  return {source, isUnpacked};
}
