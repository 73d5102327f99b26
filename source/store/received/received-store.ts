import {existsSync, readFileSync} from 'node:fs';
import {mkdir, rename, rm, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {appendText} from '../journal/append-text.ts';
import {ensureFolder} from '../store-home.ts';
import {notSaved} from '../store-error.ts';
import {unfinishedName} from '../unfinished.ts';
import {writeBeside} from '../write-beside.ts';

/** Files of a kit by their path with forward slashes, none of which leads out of it. */
type KitFiles = ReadonlyMap<string, string | Uint8Array>;

function folderOf(home: string, digest: string): string {
  return path.join(home, 'received', digest);
}

/** Where a kit that was opened lies unpacked. */
export function kitFolder(home: string, digest: string): string {
  return path.join(folderOf(home, digest), 'kit');
}

/**
 * Unpacks a kit that was found whole into the store, in one go: half of one is never there.
 *
 * @throws {StoreError} when the disk refuses.
 */
export async function keepKitFiles(home: string, digest: string, files: KitFiles): Promise<void> {
  const target = kitFolder(home, digest);
  ensureFolder(path.dirname(target));
  const draft = unfinishedName(target);
  try {
    await mkdir(draft, {mode: 0o700});
    for (const [name, content] of files) {
      const file = path.join(draft, ...name.split('/'));
      await mkdir(path.dirname(file), {recursive: true, mode: 0o700});
      await writeFile(file, content, {mode: 0o600, flag: 'wx'});
    }
    await rm(target, {recursive: true, force: true});
    await rename(draft, target);
  } catch (error) {
    await rm(draft, {recursive: true, force: true});
    throw notSaved(target, error);
  }
}

const lastFile = (home: string) => path.join(home, 'received', 'last');

/** Notes which kit was opened last, which a command means that names none. */
export async function noteLastKit(home: string, digest: string): Promise<void> {
  await writeBeside(lastFile(home), `${digest}\n`);
}

/** The digest of the kit that was opened last; nothing where none is there. */
export function lastKit(home: string): string | undefined {
  try {
    const digest = readFileSync(lastFile(home), 'utf8').trim();
    return /^[0-9a-f]{64}$/u.test(digest) && existsSync(kitFolder(home, digest))
      ? digest
      : undefined;
  } catch {
    return undefined;
  }
}

const entriesFile = (home: string, digest: string) =>
  path.join(folderOf(home, digest), 'answers.jsonl');

/** What was done with a kit, a line each as it was written; a torn line is left out. */
export function readEntryLines(home: string, digest: string): readonly unknown[] {
  let text: string;
  try {
    text = readFileSync(entriesFile(home, digest), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
  return text.split('\n').flatMap((line): unknown[] => {
    try {
      return line === '' ? [] : [JSON.parse(line)];
    } catch {
      return [];
    }
  });
}

/**
 * Adds lines to what was done with a kit. When it resolves they are on disk.
 *
 * @throws {StoreError} when the disk refuses.
 */
export async function appendEntryLines(
  home: string,
  digest: string,
  lines: readonly object[],
): Promise<void> {
  ensureFolder(folderOf(home, digest));
  await appendText(
    entriesFile(home, digest),
    lines.map((line) => JSON.stringify(line)),
  );
}
