import {readdirSync, statSync, type Dirent} from 'node:fs';
import path from 'node:path';

export const journalEnding = '.jsonl';

/** How many files a journal has and how many bytes are in them; times say nothing about that. */
export interface JournalSize {
  readonly files: number;
  readonly bytes: number;
}

/** Whether something in a folder is a file, or leads to one: editors leave dead links beside files. */
function isFile(folder: string, found: Dirent): boolean {
  if (!found.isSymbolicLink()) return found.isFile();
  const target = statSync(path.join(folder, found.name), {throwIfNoEntry: false});
  return target?.isFile() ?? false;
}

/** The journal files of a folder, by name; empty where there is no folder. */
export function journalFiles(folder: string): string[] {
  try {
    return readdirSync(folder, {withFileTypes: true})
      .filter((found) => found.name.endsWith(journalEnding) && isFile(folder, found))
      .map(({name}) => name)
      .sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
