import type {Dirent} from 'node:fs';
import {readdir, realpath, stat} from 'node:fs/promises';
import path from 'node:path';
import type {PassedOver} from './found-playbook.ts';

/** What a folder holds, by the kind of thing; what cannot be used is told. */
export interface FolderContents {
  /** Absolute, in natural order. */
  readonly files: readonly string[];
  readonly folders: readonly string[];
  readonly passedOver: readonly PassedOver[];
}

/** Pages about a folder, which are no playbook beside others. */
const pagesAbout =
  /^(?:readme|changelog|contributing|code[-_]of[-_]conduct|security|licen[cs]e)$/iu;

const {compare} = new Intl.Collator('en', {numeric: true});

function byName(a: Dirent, b: Dirent): number {
  return compare(a.name, b.name);
}

function unreadable(error: unknown): string {
  return `cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown'})`;
}

export function isMarkdown(file: string): boolean {
  return /\.(?:md|markdown)$/iu.test(file);
}

export function nameOf(file: string): string {
  return path.parse(file).name;
}

/** Whether a path lies in a folder, once links are followed. */
async function isWithin(file: string, folder: string): Promise<boolean> {
  const inner = path.relative(await realpath(folder), await realpath(file));
  return inner !== '..' && !inner.startsWith(`..${path.sep}`) && !path.isAbsolute(inner);
}

/**
 * Whether a path is a file or a folder in `root`; a reason where it is neither, or a link that leads
 * out of `root`.
 */
export async function kindWithin(
  file: string,
  root: string,
): Promise<'file' | 'folder' | PassedOver> {
  try {
    if (!(await isWithin(file, root)))
      return {path: file, why: 'is a link that leads out of its folder, and is not followed'};
    const stats = await stat(file);
    if (stats.isDirectory()) return 'folder';
    return stats.isFile() ? 'file' : {path: file, why: 'is not a regular file'};
  } catch (error) {
    const isGone = (error as NodeJS.ErrnoException).code === 'ENOENT';
    return {path: file, why: isGone ? 'is a link to nothing' : unreadable(error)};
  }
}

function isOfInterest({name}: Dirent): boolean {
  return !name.startsWith('.') && name !== 'node_modules';
}

async function kindOf(entry: Dirent, file: string, root: string) {
  if (entry.isFile()) return 'file';
  if (entry.isDirectory()) return 'folder';
  return kindWithin(file, root);
}

/**
 * Markdown files and folders that lie directly in a folder, and what is neither. Where there is another
 * file, pages about the folder such as its README are left out. No link out of `root` is followed.
 */
export async function contentsOf(folder: string, root = folder): Promise<FolderContents> {
  let entries: readonly Dirent[];
  try {
    entries = await readdir(folder, {withFileTypes: true});
  } catch (error) {
    return {files: [], folders: [], passedOver: [{path: folder, why: unreadable(error)}]};
  }
  const files: string[] = [];
  const folders: string[] = [];
  const passedOver: PassedOver[] = [];
  for (const entry of entries.filter(isOfInterest).toSorted(byName)) {
    const file = path.join(folder, entry.name);
    const kind = await kindOf(entry, file, root);
    if (kind === 'folder') folders.push(file);
    else if (!isMarkdown(entry.name)) continue;
    else if (kind === 'file') files.push(file);
    else passedOver.push(kind);
  }
  const own = files.filter((file) => !pagesAbout.test(nameOf(file)));
  return {files: own.length > 0 ? own : files, folders, passedOver};
}
