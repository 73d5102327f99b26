import {readdir, readFile} from 'node:fs/promises';
import path from 'node:path';
import {audiences} from '../playbook/playbook.ts';
import {manifestName, sha256, type Manifest} from './manifest.ts';
import {isSetFile, pathOf} from './set-files.ts';
import {parseSetManifest} from './set-manifest.ts';
import type {Made} from './words/stamp-words.ts';

/** What stands in a folder before anything is written into it; files by their path within it. */
export interface FolderState {
  /** Hashes of the files that are there and have the name of a document or stand in a manifest. */
  readonly existing: Manifest;
  /** What the last writing left, by the manifests that it left. */
  readonly vouched: Manifest;
  /** What each manifest says that its files were made from; one of an older version says nothing. */
  readonly made: readonly (Made | undefined)[];
  /** Ids of the handoffs that the manifests are of. */
  readonly handoffs: readonly string[];
  /** Manifests of this program, by their path. */
  readonly manifests: readonly string[];
  /** Files that have the name of a manifest and are none of this program's. */
  readonly foreign: readonly string[];
}

/** What is not there, or lies below a file, is nothing; the writing tells of a folder that is none. */
async function ifThere<T>(reading: Promise<T>): Promise<T | undefined> {
  try {
    return await reading;
  } catch (error) {
    const {code = ''} = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw error;
  }
}

function readExisting(file: string): Promise<Buffer | undefined> {
  return ifThere(readFile(file));
}

/** The paths that files of a set have. */
async function ownFiles(folder: string): Promise<string[]> {
  const found: string[] = [];
  for (const audience of audiences) {
    const all = (await ifThere(readdir(path.join(folder, audience)))) ?? [];
    found.push(...all.map((name) => pathOf(audience, name)).filter(isSetFile));
  }
  return found;
}

/** Where manifests may lie: earlier versions kept all files in one folder. */
const places = ['', ...audiences];

const inside = (place: string, name: string) => (place === '' ? name : `${place}/${name}`);

/** Reads a folder, which may be missing. */
export async function readFolder(folder: string): Promise<FolderState> {
  const vouched = new Map<string, string>();
  const made: (Made | undefined)[] = [];
  const handoffs: string[] = [];
  const manifests: string[] = [];
  const foreign: string[] = [];
  for (const place of places) {
    const file = inside(place, manifestName);
    const text = await readExisting(path.join(folder, file));
    if (text === undefined) continue;
    const manifest = parseSetManifest(text.toString());
    if (!manifest) {
      foreign.push(file);
      continue;
    }
    manifests.push(file);
    made.push(manifest.made);
    if (manifest.handoff !== undefined) handoffs.push(manifest.handoff);
    for (const [name, hash] of manifest.files)
      // A name with a folder in it was written by nobody here.
      if (!name.includes('/') && !name.includes('\\')) vouched.set(inside(place, name), hash);
  }
  const existing = new Map<string, string>();
  for (const name of new Set([...(await ownFiles(folder)), ...vouched.keys()])) {
    const content = await readExisting(path.join(folder, name));
    if (content) existing.set(name, sha256(content));
  }
  return {existing, vouched, made, handoffs, manifests, foreign};
}
