import {createHash} from 'node:crypto';
import {readFile, rename, rm, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {ensureFolder} from './home.ts';
import {notSaved} from './store-error.ts';

function evidenceFolder(home: string): string {
  return path.join(home, 'evidence');
}

/**
 * Keeps text as a file named by the SHA-256 of its UTF-8 bytes, and gives that name. The caller
 * has redacted it: what comes here stays.
 *
 * @throws {StoreError} when the disk refuses.
 */
export async function keepEvidence(home: string, text: string): Promise<string> {
  const sha256 = createHash('sha256').update(text).digest('hex');
  const folder = evidenceFolder(home);
  ensureFolder(home);
  ensureFolder(folder);
  const file = path.join(folder, sha256);
  const draft = `${file}.${process.pid}.part`;
  try {
    await writeFile(draft, text, {mode: 0o600});
    await rename(draft, file);
  } catch (error) {
    await rm(draft, {force: true}).catch(() => undefined);
    throw notSaved(file, error);
  }
  return sha256;
}

/** The kept text, or nothing where it is not in this store. */
export async function readEvidence(home: string, sha256: string): Promise<string | undefined> {
  if (!/^[0-9a-f]{64}$/.test(sha256)) return undefined;
  try {
    return await readFile(path.join(evidenceFolder(home), sha256), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
