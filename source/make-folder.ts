import {mkdirSync, statSync} from 'node:fs';
import path from 'node:path';

function isFolder(file: string): boolean {
  return statSync(file, {throwIfNoEntry: false})?.isDirectory() === true;
}

/**
 * Makes a folder and those above it that are missing. Node's own `recursive` never returns where the
 * system answers that a new folder does not exist, as /proc and automounted folders do.
 */
export function makeFolder(folder: string, mode = 0o777): void {
  if (isFolder(folder)) return;
  const parent = path.dirname(folder);
  if (parent !== folder) makeFolder(parent, mode);
  try {
    mkdirSync(folder, {mode});
  } catch (error) {
    // Someone else may have been faster.
    if (!isFolder(folder)) throw error;
  }
}
