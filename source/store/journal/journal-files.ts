import {readdirSync} from 'node:fs';

export const journalEnding = '.jsonl';

/** The journal files of a folder, by name; empty where there is no folder. */
export function journalFiles(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith(journalEnding))
      .sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
