import type {FileProblem, LeftFile, Suggestion} from '../discovered.ts';
import type {Folder} from '../discoverer-entry.ts';
import {isWithin, readWithin} from './read-within.ts';

export interface Looked {
  readonly folder: Folder;
  readonly read: ReadonlySet<string>;
  readonly left: ReadonlyMap<string, string>;
  readonly problems: readonly FileProblem[];
  readonly suggestions: readonly Suggestion[];
}

/**
 * A folder for discoverers to read, and an account of what happened to each file.
 *
 * @param plain those of the files that are no links, and lie below none
 */
export function lookAtFolder(
  path: string,
  files: readonly string[],
  plain: ReadonlySet<string> = new Set(),
): Looked {
  const read = new Set<string>();
  const left = new Map<string, string>();
  const problems: FileProblem[] = [];
  const suggestions: Suggestion[] = [];
  const texts = new Map<string, Promise<string | undefined>>();

  async function readOnce(file: string): Promise<string | undefined> {
    const found = await readWithin(path, file, {isPlain: plain.has(file)});
    if ('isGone' in found) return undefined;
    if ('why' in found) {
      problems.push({file, message: `Not read: ${found.why}.`});
      return undefined;
    }
    if (found.isDamaged) problems.push({file, message: 'Some of its bytes are no text.'});
    read.add(file);
    return found.text;
  }

  const folder: Folder = {
    path,
    files,
    async read(file) {
      const known = texts.get(file) ?? readOnce(file);
      texts.set(file, known);
      return known;
    },
    has: async (file) => isWithin(path, file),
    tell(problem) {
      problems.push(problem);
    },
    leave(file, why) {
      left.set(file, why);
    },
    suggest(suggestion) {
      suggestions.push(suggestion);
    },
  };
  return {folder, read, left, problems, suggestions};
}

/** Files that were left out, in the order of their names. */
export function leftFiles(left: ReadonlyMap<string, string>): LeftFile[] {
  return [...left]
    .map(([file, why]) => ({file, why}))
    .toSorted((a, b) => (a.file < b.file ? -1 : 1));
}
