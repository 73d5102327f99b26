import type {Buffer} from 'node:buffer';
import {askGit} from './git.ts';
import type {Repository} from './repository.ts';

/** A file as a commit has it. */
export interface TreeFile {
  /** From the folder that was asked for. */
  readonly path: string;
  /** Such as `100644`; `120000` is a link. */
  readonly mode: string;
  readonly object: string;
  readonly bytes: number;
}

/** The files that a commit has below a folder; none where it has no such folder. */
export async function treeFiles(
  {git}: Repository,
  commit: string,
  folder: string,
): Promise<readonly TreeFile[]> {
  const args = ['ls-tree', '-r', '-l', '-z', '--full-tree', commit, '--', `${folder}/`];
  const {isGood, text} = await askGit(git, args);
  if (!isGood) return [];
  return text.split('\0').flatMap((line) => {
    const [, mode, object, size, name] =
      /^(\d+) \w+ ([0-9a-f]+) +(\d+|-)\t(.+)$/su.exec(line) ?? [];
    return mode === undefined || object === undefined || name === undefined
      ? []
      : [{path: name.slice(folder.length + 1), mode, object, bytes: Number(size)}];
  });
}

/** What objects hold, in their order; nothing for one that is not there. */
export async function readObjects(
  {git}: Repository,
  objects: readonly string[],
): Promise<readonly (Buffer | undefined)[]> {
  if (objects.length === 0) return [];
  const input = objects.map((object) => `${object}\n`).join('');
  const {stdout} = await askGit(git, ['cat-file', '--batch'], input);
  let at = 0;
  return objects.map(() => {
    const end = stdout.indexOf(0x0a, at);
    const [, kind, size] = stdout.toString('latin1', at, Math.max(at, end)).split(' ');
    if (end === -1) return undefined;
    at = end + 1;
    if (kind !== 'blob') return undefined;
    const begin = at;
    at += Number(size) + 1;
    return stdout.subarray(begin, begin + Number(size));
  });
}
