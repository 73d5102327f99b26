import {closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync} from 'node:fs';
import {open, rename, rm} from 'node:fs/promises';
import path from 'node:path';
import {narrate} from '../tell-aside.ts';
import {ensureFolder} from './store-home.ts';
import {notSaved} from './store-error.ts';
import {syncFolder} from './sync-folder.ts';
import {sweepOnce, unfinishedName} from './unfinished.ts';

/** {@link writeBeside}, in one go. */
export function writeBesideSync(file: string, text: string): void {
  ensureFolder(path.dirname(file));
  sweepOnce(path.dirname(file));
  const draft = unfinishedName(file);
  try {
    const handle = openSync(draft, 'wx', 0o600);
    try {
      writeFileSync(handle, text);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(draft, file);
    narrate(() => `wrote ${file}`);
    syncFolder(path.dirname(file));
  } catch (error) {
    rmSync(draft, {force: true});
    throw notSaved(file, error);
  }
}

/**
 * Writes a file whole: beside it first, to disk, and then in its place. Any number of processes may
 * do so at once; the last one stands.
 *
 * @param mode of a file that is not of the store
 * @throws {StoreError} when the disk refuses, with the old file as it was.
 */
export async function writeBeside(
  file: string,
  text: string | Uint8Array,
  mode = 0o600,
): Promise<void> {
  ensureFolder(path.dirname(file));
  sweepOnce(path.dirname(file));
  const draft = unfinishedName(file);
  try {
    const handle = await open(draft, 'wx', mode);
    try {
      await handle.writeFile(text);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(draft, file);
    narrate(() => `wrote ${file}`);
    syncFolder(path.dirname(file));
  } catch (error) {
    await rm(draft, {force: true}).catch(() => undefined);
    throw notSaved(file, error);
  }
}
