import path from 'node:path';
import {commitOf} from './commit-of.ts';

/** Digits of a commit that tell it from all others of a checkout, as git itself shows many of them. */
const shown = 12;

/** The commit that the checkout of a playbook's file was at; nothing where it lies in none. */
export async function versionOf(file: string): Promise<string | undefined> {
  const commit = await commitOf(path.dirname(file));
  return commit === undefined ? undefined : `commit ${commit.slice(0, shown)}`;
}
