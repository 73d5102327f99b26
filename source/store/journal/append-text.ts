import {open, type FileHandle} from 'node:fs/promises';
import path from 'node:path';
import {narrate} from '../../tell-aside.ts';
import {notSaved} from '../store-error.ts';
import {syncFolder} from '../sync-folder.ts';

/** A full disk writes fewer bytes than it was given, and no error tells. */
class ShortWriteError extends Error {
  override name = 'ShortWriteError';
}

async function writeWhole(handle: FileHandle, bytes: Uint8Array): Promise<void> {
  const {bytesWritten} = await handle.write(bytes);
  // All but the closing newline is a whole line; the next one begins with its own.
  if (bytesWritten < bytes.length - 1)
    throw new ShortWriteError(
      `ENOSPC: only ${bytesWritten} of ${bytes.length} bytes fit on the disk`,
    );
}

/**
 * Appends lines to a file in one write that begins and ends with a newline, and gives back once
 * they are on disk. What is there is never touched, so a write that fails costs only itself: what
 * it left is a torn line, which readers skip.
 *
 * @throws {StoreError} when the disk did not take all of it.
 */
export async function appendText(file: string, lines: readonly string[]): Promise<void> {
  const bytes = Buffer.from(`\n${lines.join('\n')}\n`);
  let handle: FileHandle | undefined;
  try {
    handle = await open(file, 'a', 0o600);
    const isNew = (await handle.stat()).size === 0;
    await writeWhole(handle, bytes);
    await handle.sync();
    if (isNew) syncFolder(path.dirname(file));
    narrate(() => `appended ${lines.length === 1 ? '1 line' : `${lines.length} lines`} to ${file}`);
  } catch (error) {
    throw notSaved(file, error);
  } finally {
    await handle?.close().catch(() => undefined);
  }
}
