import {createReadStream, type Dirent} from 'node:fs';
import {lstat, opendir} from 'node:fs/promises';
import path from 'node:path';
import {bagDeclaration} from './bag.ts';
import {requireBounded, type Bounds} from './bag-bounds.ts';
import {BrokenArchiveError, type BagFile, type BagProblem, type BagSource} from './bag-source.ts';

/** What lies in a folder and, where it is a bag, below it; nobody asks what else lies below a home folder. */
async function entriesOf(folder: string, limits: Bounds): Promise<Dirent[]> {
  const entries: Dirent[] = [];
  let octets = 0;
  const recursive = await lstat(path.join(folder, bagDeclaration)).then(
    () => true,
    () => false,
  );
  for await (const entry of await opendir(folder, {recursive})) {
    if (entry.isDirectory()) continue;
    entries.push(entry);
    if (recursive) octets += (await lstat(path.join(entry.parentPath, entry.name))).size;
    requireBounded(folder, octets, entries.length, limits);
  }
  return entries;
}

/**
 * Lists an unpacked bag. Links are not followed.
 *
 * @throws {BrokenArchiveError} when it cannot be read, or is larger than any handoff.
 */
export async function readBagFolder(folder: string, limits: Bounds): Promise<BagSource> {
  const files: BagFile[] = [];
  const problems: BagProblem[] = [];
  const entries = await entriesOf(folder, limits).catch((error: unknown) => {
    if (error instanceof BrokenArchiveError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new BrokenArchiveError(
      `${folder} cannot be read: ${reason}.`,
      'Unpack it to a folder of its own, which nothing else writes to.',
      {cause: error},
    );
  });
  for (const entry of entries) {
    const full = path.join(entry.parentPath, entry.name);
    const name = path.relative(folder, full).split(path.sep).join('/');
    if (entry.isFile())
      files.push({path: name, open: () => Promise.resolve(createReadStream(full))});
    else problems.push({path: name, what: 'it is no file, which a bag may not have'});
  }
  return {files, problems, seal: 'none', close: () => undefined};
}
