import {lstat, readFile} from 'node:fs/promises';
import path from 'node:path';

/** Bytes of the largest file of git that is read here: packed refs of a big checkout. */
const maximumBytes = 4 * 1024 * 1024;

async function read(file: string): Promise<string | undefined> {
  try {
    const stats = await lstat(file);
    if (!stats.isFile() || stats.size > maximumBytes) return undefined;
    return (await readFile(file, 'utf8')).trim();
  } catch {
    return undefined;
  }
}

function isCommit(text: string | undefined): text is string {
  return text !== undefined && /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/u.test(text);
}

/** The folder that holds what git knows of a checkout: `.git`, or where that file of a worktree says. */
async function gitFolder(folder: string): Promise<string | undefined> {
  const own = path.join(folder, '.git');
  if ((await lstat(own).catch(() => undefined))?.isDirectory()) return own;
  const [, named] = /^gitdir: (.+)$/u.exec((await read(own)) ?? '') ?? [];
  if (named !== undefined) return path.resolve(folder, named);
  const parent = path.dirname(folder);
  return parent === folder ? undefined : gitFolder(parent);
}

/**
 * The commit that the checkout of a folder is at; nothing where it is none. Git itself is not asked: it
 * runs what the configuration of a checkout says.
 */
export async function commitOf(folder: string): Promise<string | undefined> {
  const git = await gitFolder(path.resolve(folder));
  if (git === undefined) return undefined;
  const head = await read(path.join(git, 'HEAD'));
  if (isCommit(head)) return head;
  const [, ref] = /^ref: (refs\/[\w./-]+)$/u.exec(head ?? '') ?? [];
  if (ref === undefined || ref.includes('..')) return undefined;
  const common = path.resolve(git, (await read(path.join(git, 'commondir'))) ?? '.');
  const loose = await read(path.join(common, ref));
  if (isCommit(loose)) return loose;
  const packed = (await read(path.join(common, 'packed-refs'))) ?? '';
  const commit = packed
    .split('\n')
    .find((line) => line.endsWith(` ${ref}`))
    ?.split(' ')[0];
  return isCommit(commit) ? commit : undefined;
}
