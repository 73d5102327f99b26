import {createReadStream} from 'node:fs';
import {readdir} from 'node:fs/promises';
import path from 'node:path';
import type {BagFile, BagProblem, BagSource} from './bag-source.ts';

/** Lists an unpacked bag. Links are not followed. */
export async function readBagFolder(folder: string): Promise<BagSource> {
  const files: BagFile[] = [];
  const problems: BagProblem[] = [];
  const entries = await readdir(folder, {recursive: true, withFileTypes: true});
  for (const entry of entries) {
    if (entry.isDirectory()) continue;
    const full = path.join(entry.parentPath, entry.name);
    const name = path.relative(folder, full).split(path.sep).join('/');
    if (entry.isFile())
      files.push({path: name, open: () => Promise.resolve(createReadStream(full))});
    else problems.push({path: name, what: 'it is no file, which a bag may not have'});
  }
  return {files, problems, seal: 'none', close: () => undefined};
}
