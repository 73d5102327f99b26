import {lstat, mkdir, readFile, rm, rmdir, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {SharingError} from '../../../store/sharing/sharing-error.ts';
import {makeTemporaryFolder} from '../../../temporary-folder.ts';
import {askGit, type Git} from './git.ts';
import type {Repository, Upstream} from './repository.ts';

/** Files to commit, by their path from the top of the checkout, with forward slashes. */
export type FilesToCommit = ReadonlyMap<string, string | Uint8Array>;

function refused(what: string, words: string): SharingError {
  return new SharingError(
    `${what}: git says "${words}".`,
    'What was shared before is as it was. Put right what git asks for, and try again.',
  );
}

/** What stands in the way of a file: a link may lead anywhere. */
async function requireOwn(top: string, name: string): Promise<void> {
  const parts = name.split('/');
  for (let length = 1; length <= parts.length; length += 1) {
    const part = path.join(top, ...parts.slice(0, length));
    const stats = await lstat(part).catch(() => undefined);
    const isFine = length < parts.length ? stats?.isDirectory() : stats?.isFile();
    if (stats && !isFine)
      throw new SharingError(
        `Nothing was shared: ${part} is ${stats.isSymbolicLink() ? 'a link, which may lead anywhere' : 'in the way'}.`,
        'Have a look at what it is, and remove it.',
      );
  }
}

async function removeEmpty(top: string, file: string): Promise<void> {
  try {
    for (let folder = path.dirname(file); folder !== top; folder = path.dirname(folder))
      await rmdir(folder);
  } catch {
    // Something else is in it.
  }
}

async function write(top: string, files: FilesToCommit): Promise<() => Promise<void>> {
  const before = new Map<string, Uint8Array | undefined>();
  const putBack = async () => {
    for (const [file, bytes] of before)
      if (bytes) await writeFile(file, bytes);
      else await rm(file, {force: true});
    for (const [file, bytes] of before) if (!bytes) await removeEmpty(top, file);
  };
  for (const name of files.keys()) await requireOwn(top, name);
  try {
    for (const [name, content] of files) {
      const file = path.join(top, name);
      before.set(file, await readFile(file).catch(() => undefined));
      await mkdir(path.dirname(file), {recursive: true});
      await writeFile(file, content);
    }
  } catch (error) {
    await putBack();
    throw error;
  }
  return putBack;
}

/** Adds files to the index, commits, and puts all back where git or a hook of the user refuses. */
async function commit(
  git: Git,
  files: FilesToCommit,
  message: string,
  only: readonly string[],
): Promise<void> {
  const putBack = await write(git.folder, files);
  // Given on standard input, as there may be thousands of them.
  const named = ['--pathspec-from-file=-', '--pathspec-file-nul'];
  const names = [...files.keys()].map((name) => `:(top,literal)${name}\0`).join('');
  const added = await askGit(git, ['add', ...named], names);
  const done = added.isGood
    ? await askGit(git, ['commit', '--quiet', '-m', message, ...only], only.length > 0 ? names : '')
    : added;
  if (done.isGood) return;
  await askGit(git, ['reset', '--quiet', ...named], names);
  await putBack();
  throw refused('Nothing was committed', done.words);
}

/**
 * Commits files on the branch that is checked out, and nothing else that the user has changed or added.
 *
 * @throws {SharingError} when git or a hook refuses, with everything as it was.
 */
export async function commitHere(
  {git}: Repository,
  top: string,
  files: FilesToCommit,
  message: string,
): Promise<void> {
  const only = ['--pathspec-from-file=-', '--pathspec-file-nul'];
  await commit({...git, folder: top}, files, message, only);
}

/** How pushing went. */
export type Pushed =
  | {readonly state: 'pushed'}
  /** Somebody else was faster. */
  | {readonly state: 'late'}
  | {readonly state: 'refused'; readonly words: string};

/** Pushes a commit; never over what others have pushed. */
export async function pushTo(
  git: Git,
  {remote, branch}: Upstream,
  commit = 'HEAD',
): Promise<Pushed> {
  const target = `${commit}:refs/heads/${branch}`;
  const {isGood, text, words} = await askGit(git, ['push', '--porcelain', remote, target]);
  if (isGood) return {state: 'pushed'};
  const said = `${text}\n${words}`;
  const isLate =
    /\[rejected\]/u.test(said) ||
    /cannot lock ref|failed to update ref|incorrect old value/iu.test(said);
  const [, why = words] = /\[remote rejected\] \(([^)]*)\)/u.exec(said) ?? [];
  return isLate ? {state: 'late'} : {state: 'refused', words: words || why};
}

/**
 * Commits files on top of a commit, beside the checkout of the user: neither their branch nor their
 * files nor their index is touched. `work` gets where it was done, with the new commit as its HEAD.
 *
 * @throws {SharingError} when git or a hook refuses.
 */
export async function commitAside<T>(
  {git}: Repository,
  base: string,
  files: FilesToCommit,
  message: string,
  work: (aside: Git) => Promise<T>,
): Promise<T> {
  const parent = await makeTemporaryFolder('handoff-wizard-');
  const folder = path.join(parent, 'checkout');
  try {
    const options = ['--quiet', '--no-checkout', '--detach'];
    const made = await askGit(git, ['worktree', 'add', ...options, folder, base]);
    if (!made.isGood) throw refused('Nothing was committed', made.words);
    const aside = {...git, folder};
    const read = await askGit(aside, ['read-tree', 'HEAD']);
    if (!read.isGood) throw refused('Nothing was committed', read.words);
    await commit(aside, files, message, []);
    return await work(aside);
  } finally {
    await askGit(git, ['worktree', 'remove', '--force', folder]);
    await rm(parent, {recursive: true, force: true});
  }
}
