import {readdir, readFile} from 'node:fs/promises';
import path from 'node:path';
import {manifestName, sha256, type Manifest} from './manifest.ts';
import {parseSetManifest, type SetManifest} from './set-manifest.ts';
import {writtenName} from './set-files.ts';

/** What stands in a folder before anything is written into it. */
export interface FolderState {
  /** Hashes of the files that are there and have the name of a document or stand in the manifest. */
  readonly existing: Manifest;
  /** What the last writing left; nothing where there is no manifest, or one of another kind. */
  readonly manifest: SetManifest | undefined;
  readonly hasForeignManifest: boolean;
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

/** The names that files of a set have. */
async function ownFiles(folder: string): Promise<string[]> {
  const all = (await ifThere(readdir(folder))) ?? [];
  return all.filter((name) => writtenName(name) !== undefined);
}

/** Reads a folder, which may be missing. */
export async function readFolder(folder: string): Promise<FolderState> {
  const text = await readExisting(path.join(folder, manifestName));
  const manifest = text && parseSetManifest(text.toString());
  const existing = new Map<string, string>();
  for (const name of new Set([...(await ownFiles(folder)), ...(manifest?.files.keys() ?? [])])) {
    const content = await readExisting(path.join(folder, name));
    if (content) existing.set(name, sha256(content));
  }
  return {existing, manifest, hasForeignManifest: text !== undefined && manifest === undefined};
}
