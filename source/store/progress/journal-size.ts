import {statSync} from 'node:fs';
import path from 'node:path';
import {handoffFolder} from '../handoff-folders.ts';
import {journalFiles} from '../journal/journal-files.ts';

/** How many files a journal has and how many bytes are in them; times say nothing about that. */
export function journalSize(
  home: string,
  id: string,
): {readonly files: number; readonly bytes: number} {
  const folder = handoffFolder(home, id);
  const names = journalFiles(folder);
  const bytes = names.map((name) => statSync(path.join(folder, name)).size);
  return {files: names.length, bytes: bytes.reduce((sum, size) => sum + size, 0)};
}
