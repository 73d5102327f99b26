import {hash} from 'node:crypto';
import {readFile} from 'node:fs/promises';
import path from 'node:path';
import {writeBeside} from './write-beside.ts';

/** Where evidence lies in a store. */
export function evidenceFile(home: string, sha256: string): string {
  return path.join(home, 'evidence', sha256);
}

/** Of the bytes, as some that are no text read like others. */
function digest(content: string | Uint8Array): string {
  return hash('sha256', content, 'hex');
}

/**
 * Keeps text as a file named by the SHA-256 of its UTF-8 bytes, and gives that name. The same text
 * is kept once, however many keep it at once. The caller has redacted it: what comes here stays.
 *
 * @throws {StoreError} when the disk refuses.
 */
export async function keepEvidence(home: string, text: string | Uint8Array): Promise<string> {
  const sha256 = digest(text);
  const file = evidenceFile(home, sha256);
  const isKept = await readFile(file).then(
    (kept) => digest(kept) === sha256,
    () => false,
  );
  if (!isKept) await writeBeside(file, text);
  return sha256;
}

/** Evidence as it lies in the store. */
export type KeptEvidence =
  | {readonly state: 'kept'; readonly text: string}
  | {readonly state: 'missing'}
  /** The file is there and is not what was kept. */
  | {readonly state: 'changed'; readonly file: string};

/** Reads evidence and holds it against the hash it is named by. */
export async function readEvidence(home: string, sha256: string): Promise<KeptEvidence> {
  if (!/^[0-9a-f]{64}$/.test(sha256)) return {state: 'missing'};
  const file = evidenceFile(home, sha256);
  try {
    const bytes = await readFile(file);
    return digest(bytes) === sha256
      ? {state: 'kept', text: String(bytes)}
      : {state: 'changed', file};
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {state: 'missing'};
    throw error;
  }
}

const named = /"stored":"([0-9a-f]{64})"/gu;

/** The evidence that lines of a journal name, each once, in order. */
export function evidenceNamed(lines: readonly string[]): readonly string[] {
  const names = lines.flatMap((line) => [...line.matchAll(named)].map(([, name = '']) => name));
  return [...new Set(names)].sort();
}
