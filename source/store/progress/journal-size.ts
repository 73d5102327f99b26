import {statSync} from 'node:fs';
import path from 'node:path';
import {handoffFolder} from '../handoff-folders.ts';
import {journalFiles, type JournalSize} from '../journal/journal-files.ts';

/** The size of a journal as it lies on the disk. */
export function journalSize(home: string, id: string): JournalSize {
  const folder = handoffFolder(home, id);
  const names = journalFiles(folder);
  const bytes = names.map((name) => statSync(path.join(folder, name)).size);
  return {files: names.length, bytes: bytes.reduce((sum, size) => sum + size, 0)};
}
