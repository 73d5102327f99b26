import {existsSync} from 'node:fs';
import path from 'node:path';
import {sharedFolderName} from '../../../store/sharing/shared-id.ts';
import {SharingError} from '../../../store/sharing/sharing-error.ts';
import {askGit, textOf, type Git} from './git.ts';

/** Where a branch is pushed to. */
export interface Upstream {
  readonly remote: string;
  readonly branch: string;
}

/** The checkout of a repository in which handoffs are shared. */
export interface Repository {
  readonly git: Git;
  /** Absolute folder in whose `.handoff` they lie; it may be below the top of the checkout. */
  readonly folder: string;
  /** From the top of the checkout, with forward slashes, such as `deploy/.handoff`. */
  readonly prefix: string;
}

/**
 * Finds the repository of a folder.
 *
 * @throws {SharingError} when it lies in none.
 */
export async function openRepository(
  folder: string,
  options: Omit<Git, 'folder'>,
): Promise<Repository> {
  const git = {...options, folder};
  if (!existsSync(folder))
    throw new SharingError(`There is no folder ${folder}.`, 'Name another with --folder.');
  const prefix = await askGit(git, ['rev-parse', '--is-inside-work-tree', '--show-prefix']);
  const [isInside, below = ''] = prefix.text.split('\n');
  if (!prefix.isGood || isInside !== 'true')
    throw new SharingError(
      `${folder} is no checkout of a git repository${prefix.words === '' ? '' : `: ${prefix.words}`}.`,
      '"handoff-wizard share --folder FOLDER" takes another; with "--file FILE" none is needed.',
    );
  return {git, folder, prefix: `${below}${sharedFolderName}`};
}

/** The branch that is checked out; nothing where none is. */
export function branchOf({git}: Repository): Promise<string | undefined> {
  return textOf(git, 'symbolic-ref', '--quiet', '--short', 'HEAD');
}

/** Where a branch is pushed to; nothing where it goes nowhere, or only to another branch here. */
export async function upstreamOf({git}: Repository, branch: string): Promise<Upstream | undefined> {
  const remote = await textOf(git, 'config', '--get', `branch.${branch}.remote`);
  const merge = await textOf(git, 'config', '--get', `branch.${branch}.merge`);
  const [, named] = /^refs\/heads\/(.+)$/u.exec(merge ?? '') ?? [];
  return remote === undefined || remote === '.' || named === undefined
    ? undefined
    : {remote, branch: named};
}

/** A commit by its name; nothing where there is none. */
export function commitAt({git}: Pick<Repository, 'git'>, name: string) {
  return textOf(git, 'rev-parse', '--verify', '--quiet', `${name}^{commit}`);
}

const underWay = {
  MERGE_HEAD: 'a merge',
  'rebase-merge': 'a rebase',
  'rebase-apply': 'a rebase',
  CHERRY_PICK_HEAD: 'a cherry-pick',
  REVERT_HEAD: 'a revert',
  BISECT_LOG: 'a bisect',
} as const;

/** What the user has begun in this checkout and not ended, such as a rebase. */
export async function underWayIn({git}: Repository): Promise<string | undefined> {
  const folder = await textOf(git, 'rev-parse', '--absolute-git-dir');
  if (folder === undefined) return undefined;
  const found = Object.entries(underWay).find(([name]) => existsSync(path.join(folder, name)));
  return found?.[1];
}

/** How fetching went. */
export type Fetched =
  | {readonly state: 'fetched'; readonly commit: string}
  /** The remote is there and has no such branch yet. */
  | {readonly state: 'empty'}
  | {readonly state: 'failed'; readonly words: string};

/** Fetches the branch that another is pushed to. */
export async function fetchFrom(
  repository: Repository,
  {remote, branch}: Upstream,
): Promise<Fetched> {
  const {git} = repository;
  const answer = await askGit(git, ['fetch', '--quiet', remote, `refs/heads/${branch}`]);
  if (answer.isGood) {
    const commit = await commitAt(repository, 'FETCH_HEAD');
    return commit === undefined
      ? {state: 'failed', words: 'nothing came'}
      : {state: 'fetched', commit};
  }
  return /couldn't find remote ref/iu.test(answer.words)
    ? {state: 'empty'}
    : {state: 'failed', words: answer.words};
}

async function countOf({git}: Repository, ...args: readonly string[]): Promise<number> {
  return Number((await textOf(git, 'rev-list', '--count', ...args)) ?? Number.NaN);
}

/** How many commits one commit has that another does not. */
export function countBehind(repository: Repository, of: string, than: string): Promise<number> {
  return countOf(repository, `${than}..${of}`);
}

/** How many of the commits that were not pushed touch anything besides handoffs. */
export function countForeign(repository: Repository, upstream: string): Promise<number> {
  const {prefix} = repository;
  const ours = ['*/*.jsonl', '*/.gitattributes', '*/evidence/*'].map(
    (name) => `:(top,exclude,glob)${prefix}/${name}`,
  );
  return countOf(repository, `${upstream}..HEAD`, '--', ':(top)', ...ours);
}
