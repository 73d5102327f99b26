import type {Dirent} from 'node:fs';
import {readdir} from 'node:fs/promises';
import path from 'node:path';
import type {FileProblem} from '../discovered.ts';
import {isIgnored, withRules, type IgnoreRules} from './git-ignored.ts';
import {readWithin} from './read-within.ts';

/** Folders that hold what others wrote or what programs made. */
const skipped = new Set([
  '.git',
  '.hg',
  '.svn',
  'node_modules',
  'bower_components',
  'vendor',
  '.venv',
  'venv',
  '__pycache__',
  '.tox',
  '.terraform',
  '.gradle',
  '.cache',
]);

export interface Walked {
  /** In the order of their names. */
  readonly files: readonly string[];
  /** Those of them that are no links. No folder is entered through a link either. */
  readonly plain: ReadonlySet<string>;
  readonly problems: readonly FileProblem[];
}

export interface Wishes {
  readonly wants: (file: string) => boolean;
  /** Wanted though git ignores it. */
  readonly isLocal: (file: string) => boolean;
}

/**
 * The files of a folder that somebody wants by name. It enters no folder through a link, none that
 * git ignores, and none with the code of others. A link to a file counts as a file; where it leads is
 * looked at when it is read.
 */
export async function walk(root: string, {wants, isLocal}: Wishes): Promise<Walked> {
  const files: string[] = [];
  const plain = new Set<string>();
  const problems: FileProblem[] = [];

  async function enter(base: string, above: IgnoreRules): Promise<void> {
    let entries: Dirent[];
    try {
      entries = await readdir(path.join(root, base), {withFileTypes: true});
    } catch (error) {
      const why = error instanceof Error && 'code' in error ? String(error.code) : String(error);
      problems.push({file: base || '.', message: `This folder cannot be read: ${why}.`});
      return;
    }
    const rules = await rulesHere(base, entries, above);
    const below: Promise<void>[] = [];
    for (const entry of entries) {
      const file = base + entry.name;
      if (entry.isDirectory()) {
        if (!skipped.has(entry.name)) {
          if (!isIgnored(rules, `${file}/`)) below.push(enter(`${file}/`, rules));
        } else if (entry.name === '.git' && wants(file)) files.push(file);
      } else if (wants(file) && (isLocal(file) || !isIgnored(rules, file))) {
        files.push(file);
        if (entry.isFile()) plain.add(file);
      }
    }
    await Promise.all(below);
  }

  async function rulesHere(base: string, entries: readonly Dirent[], above: IgnoreRules) {
    if (!entries.some(({name}) => name === '.gitignore')) return above;
    const found = await readWithin(root, `${base}.gitignore`);
    return 'text' in found ? withRules(above, base, found.text) : above;
  }

  await enter('', []);
  return {files: files.toSorted(), plain, problems};
}
