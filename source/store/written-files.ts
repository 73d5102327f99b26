import {hash} from 'node:crypto';
import {lstat, readFile} from 'node:fs/promises';
import path from 'node:path';
import {trustedPlace} from './settings/settings.ts';
import {ensureFolder} from './store-home.ts';
import {writeBeside} from './write-beside.ts';

const sha256 = (content: string | Uint8Array): string => hash('sha256', content);

function noteOf(home: string, file: string): string {
  return path.join(home, 'written', `${sha256(trustedPlace(file))}.json`);
}

async function notedHashes(home: string, file: string): Promise<readonly unknown[]> {
  try {
    const noted: unknown = JSON.parse(await readFile(noteOf(home, file), 'utf8'));
    return Array.isArray(noted) ? noted : [];
  } catch {
    return [];
  }
}

/** What lies where a file is to be written: nothing, what this program wrote there, or another's. */
export async function whoseFile(home: string, file: string): Promise<'nobody' | 'own' | 'other'> {
  const found = await lstat(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (!found) return 'nobody';
  if (!found.isFile()) return 'other';
  const noted = await notedHashes(home, file);
  return noted.includes(sha256(await readFile(file))) ? 'own' : 'other';
}

/**
 * Remembers that a text is about to be written into a file, so that later it is known as the
 * program's own for as long as nobody has changed it.
 */
export async function noteWritten(home: string, file: string, text: string): Promise<void> {
  ensureFolder(home);
  const before = await readFile(file).then(sha256, () => undefined);
  // Where the write is cut off, what lies there is still what was noted.
  const noted = [before, sha256(text)].filter((one) => one !== undefined);
  await writeBeside(noteOf(home, file), JSON.stringify(noted));
}
