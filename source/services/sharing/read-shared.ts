import {existsSync} from 'node:fs';
import {lstat, readdir, readFile} from 'node:fs/promises';
import path from 'node:path';
import {SharingError} from '../../store/sharing/sharing-error.ts';
import {sharedFolder} from '../../store/sharing/shared-id.ts';
import type {Repository} from './git/repository.ts';
import {readObjects, treeFiles} from './git/tree-files.ts';
import {sharedOf, type FoundFile} from './outside-files.ts';
import type {SharedHandoff} from './shared-handoff.ts';

async function filesBelow(folder: string): Promise<FoundFile[]> {
  const stats = await lstat(folder);
  if (!stats.isDirectory())
    throw new SharingError(
      `Nothing was taken in: ${folder} is ${stats.isSymbolicLink() ? 'a link, which may lead anywhere' : 'no folder'}.`,
      'Have a look at what it is, and remove it.',
    );
  const entries = await readdir(folder, {recursive: true, withFileTypes: true});
  const files = entries.filter((entry) => !entry.isDirectory());
  return Promise.all(
    files.map(async (entry) => {
      const file = path.join(entry.parentPath, entry.name);
      const {size} = await lstat(file);
      const name = path.relative(folder, file).split(path.sep).join('/');
      return {path: name, isPlain: entry.isFile(), bytes: size};
    }),
  );
}

/** A handoff as it lies in the `.handoff` of a folder; nothing where there is none of this id. */
export async function readSharedFolder(
  folder: string,
  id: string,
): Promise<SharedHandoff | undefined> {
  const shared = sharedFolder(folder, id);
  if (!existsSync(shared)) return undefined;
  const found = await filesBelow(shared);
  return sharedOf(id, found, (files) =>
    Promise.all(files.map((file) => readFile(path.join(shared, file.path)).catch(() => undefined))),
  );
}

/** A handoff as a commit has it; nothing where it has none of this id. */
export async function readSharedCommit(
  repository: Repository,
  commit: string,
  id: string,
): Promise<SharedHandoff | undefined> {
  const tree = await treeFiles(repository, commit, `${repository.prefix}/${id}`);
  if (tree.length === 0) return undefined;
  const found = tree.map((file) => ({...file, isPlain: /^100(?:644|755)$/u.test(file.mode)}));
  return sharedOf(id, found, (files) =>
    readObjects(
      repository,
      files.map(({object}) => object),
    ),
  );
}
