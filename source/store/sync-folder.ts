import {closeSync, fsyncSync, openSync} from 'node:fs';

/** Puts a new name in a folder on disk; some systems cannot, and need not. */
export function syncFolder(folder: string): void {
  let handle: number | undefined;
  try {
    handle = openSync(folder, 'r');
    fsyncSync(handle);
  } catch {
    // Windows opens no folders, and some network file systems sync none.
  } finally {
    if (handle !== undefined) closeSync(handle);
  }
}
