import {existsSync, linkSync, readFileSync, renameSync, rmSync} from 'node:fs';
import {unfinishedName} from '../unfinished.ts';
import {isAsSummed} from './sum.ts';

function isWhole(file: string): boolean {
  try {
    return isAsSummed(readFileSync(file, 'utf8'));
  } catch {
    return false;
  }
}

/**
 * On a nearly full disk conf takes half of a file for all of it and replaces the one before, which
 * therefore keeps a second name meanwhile: to give it its own back needs no room.
 */
export function replaceWhole(file: string, write: () => void): void {
  const second = unfinishedName(file);
  try {
    linkSync(file, second);
  } catch {
    // There is none yet, or the file system knows no second names.
  }
  try {
    write();
  } finally {
    if (!isWhole(file) && existsSync(second)) renameSync(second, file);
    rmSync(second, {force: true});
  }
}
