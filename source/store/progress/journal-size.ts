import {readdirSync, statSync} from 'node:fs';
import path from 'node:path';
import {handoffFolder} from '../handoff-folders.ts';
import {journalEnding, type JournalSize} from '../journal/journal-files.ts';

/** The size of the journal of a handoff as it lies on the disk. */
export function journalSize(home: string, id: string): JournalSize {
  return journalSizeIn(handoffFolder(home, id));
}

/** The size of the journal that lies in a folder. */
export function journalSizeIn(folder: string): JournalSize {
  let files = 0;
  let bytes = 0;
  // Names alone come quicker than with what they are, and a list asks for a thousand folders.
  for (const name of readdirSync(folder)) {
    if (!name.endsWith(journalEnding)) continue;
    const stats = statSync(path.join(folder, name), {throwIfNoEntry: false});
    if (!stats?.isFile()) continue;
    files += 1;
    bytes += stats.size;
  }
  return {files, bytes};
}
