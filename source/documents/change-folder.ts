import {rm, rmdir} from 'node:fs/promises';
import path from 'node:path';
import {makeFolder} from '../make-folder.ts';
import {audiences} from '../playbook/playbook.ts';
import type {FolderState} from './folder-state.ts';
import {manifestName, type Manifest} from './manifest.ts';
import {pathOf} from './set-files.ts';
import {formatSetManifest} from './set-manifest.ts';
import type {Made} from './words/stamp-words.ts';
import {writeFiles, type FileContent} from './write-files.ts';

/** What was done in a folder, by paths within it; the manifests are left out. */
export interface ChangedFolder {
  readonly written: readonly string[];
  readonly unchanged: readonly string[];
  /** Files of an earlier set that are no part of this one, and are there no more. */
  readonly removed: readonly string[];
  /** Such files that a person has changed or put there: still there, and not vouched for. */
  readonly kept: readonly string[];
}

/** What is to be in a folder, and what is there. */
export interface Outcome {
  readonly state: FolderState;
  readonly files: ReadonlyMap<string, FileContent>;
  /** What the manifests vouch for, by path. */
  readonly vouched: Manifest;
  /** Files that no document of this set is any more. */
  readonly left: readonly string[];
  /** Single documents are written, so that a set of another place stays as it is. */
  readonly isPart: boolean;
}

/** Takes away what no run has written anew, but for what a person has changed. */
async function removeFiles(
  folder: string,
  {state, left}: Outcome,
): Promise<Pick<ChangedFolder, 'removed' | 'kept'>> {
  const isOurs = (file: string) => state.existing.get(file) === state.vouched.get(file);
  const removed = left.filter(isOurs);
  for (const file of removed) await rm(path.join(folder, file), {force: true});
  return {removed, kept: left.filter((file) => !isOurs(file))};
}

/** A manifest for each folder speaks of the files in it, and goes last; one of nothing is none. */
async function writeManifests(
  folder: string,
  handoff: string,
  made: Made,
  {state, vouched, isPart}: Outcome,
): Promise<void> {
  for (const audience of audiences) {
    const own = [...vouched].flatMap(([file, hash]) =>
      file.startsWith(`${audience}/`) ? [[file.slice(audience.length + 1), hash] as const] : [],
    );
    if (own.length === 0) continue;
    const text = formatSetManifest(handoff, made, new Map(own));
    await writeFiles(folder, new Map([[pathOf(audience, manifestName), text]]));
  }
  const isNeeded = (file: string) =>
    [...vouched.keys()].some((each) => path.posix.dirname(each) === path.posix.dirname(file));
  for (const file of state.manifests) {
    if (isNeeded(file) || (isPart && !file.includes('/'))) continue;
    await rm(path.join(folder, file), {force: true});
    // What a person has put there keeps the folder.
    if (file.includes('/'))
      await rmdir(path.join(folder, path.dirname(file))).catch(() => undefined);
  }
}

/** Brings a folder from what is there to what is to be: documents, then removals, then manifests. */
export async function changeFolder(
  folder: string,
  handoff: string,
  made: Made,
  outcome: Outcome,
): Promise<ChangedFolder> {
  const {state, files, vouched} = outcome;
  const isSame = (name: string) => state.existing.get(name) === vouched.get(name);
  const [unchanged, written] = [true, false].map((same) =>
    [...files.keys()].filter((name) => isSame(name) === same),
  ) as [string[], string[]];
  makeFolder(folder);
  for (const file of files.keys()) makeFolder(path.join(folder, path.dirname(file)));
  await writeFiles(folder, new Map(written.map((name) => [name, files.get(name) ?? ''])));
  const gone = await removeFiles(folder, outcome);
  await writeManifests(folder, handoff, made, outcome);
  return {written, unchanged, ...gone};
}
