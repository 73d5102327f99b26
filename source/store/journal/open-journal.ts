import {readdirSync, statSync, type Dirent} from 'node:fs';
import path from 'node:path';
import type {Action} from '../../handoff/changes/catalogue.ts';
import {readLine, type JournalLine} from './line.ts';
import type {LineProblem} from './line-problem.ts';
import {readTail, type FilePosition, type NumberedText} from './read-tail.ts';
import {createUnion, type Union} from './union.ts';

export const journalEnding = '.jsonl';

/** What came with a reading: more behind what was known, or another order of all. */
export type News = 'nothing' | 'more' | 'another order';

/** The journal of one handoff, united from the files of all writers. Reading goes on where it was. */
export interface OpenJournal {
  readonly refresh: () => News;
  readonly actions: () => readonly Action[];
  readonly heads: () => readonly string[];
  readonly problems: () => readonly LineProblem[];
  /** The newest version that a line asks for and this program does not know. */
  readonly needs: () => number | undefined;
  /** How much of it was read. */
  readonly size: () => JournalSize;
}

/** How many files a journal has and how many bytes are in them; times say nothing about that. */
export interface JournalSize {
  readonly files: number;
  readonly bytes: number;
}

interface Place {
  readonly file: string;
  readonly line: number;
}

/** Whether something in a folder is a file, or leads to one: editors leave dead links beside files. */
function isFile(folder: string, found: Dirent): boolean {
  if (!found.isSymbolicLink()) return found.isFile();
  const target = statSync(path.join(folder, found.name), {throwIfNoEntry: false});
  return target?.isFile() ?? false;
}

/** The journal files of a folder, by name; empty where there is no folder. */
export function journalFiles(folder: string): string[] {
  try {
    return readdirSync(folder, {withFileTypes: true})
      .filter((found) => found.name.endsWith(journalEnding) && isFile(folder, found))
      .map(({name}) => name)
      .sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

interface Contents {
  readonly union: Union;
  readonly positions: Map<string, FilePosition>;
  readonly problems: LineProblem[];
  /** Lines that nothing can be said of yet: behind the last newline of a file. */
  readonly unended: Map<string, NumberedText & {readonly bytes: number}>;
  /** Lines of a change whose last line has not been met. */
  waiting: (JournalLine & Place)[];
  readonly links: (Place & {readonly seen: readonly string[]})[];
  needs: number | undefined;
  files: number;
}

function noContents(): Contents {
  return {
    union: createUnion(),
    positions: new Map(),
    problems: [],
    unended: new Map(),
    waiting: [],
    links: [],
    needs: undefined,
    files: 0,
  };
}

/** Opens the journal in a folder, or, where it could not be written yet, of given lines. */
export function openJournal(folder: string, given: readonly string[] = []): OpenJournal {
  let contents = noContents();
  let hasGiven = false;
  let isUnsure = false;

  function take(file: string, {line, text}: NumberedText, lines: (JournalLine & Place)[]): void {
    const reading = readLine(text);
    if (reading.kind === 'damaged') {
      contents.problems.push({file, line, problem: reading.problem});
    } else if (reading.kind === 'newer') {
      contents.union.note(reading.hash, reading.seen);
      contents.needs = Math.max(reading.v, contents.needs ?? 0);
    } else {
      lines.push({...reading.line, file, line});
    }
  }

  function readFile(name: string, lines: (JournalLine & Place)[]): void {
    const file = path.join(folder, name);
    const {positions, unended} = contents;
    const before = positions.get(name) ?? {offset: 0, lines: 0};
    const unread = unended.get(name);
    const size = before.offset + (unread?.bytes ?? 0);
    if (statSync(file).size === size) return;
    const {lines: texts, rest, position} = readTail(file, before);
    for (const each of texts) take(file, each, lines);
    unended.delete(name);
    if (rest && readLine(rest.text).kind !== 'damaged') {
      take(file, rest, lines);
      positions.set(name, {offset: position.offset + rest.bytes, lines: position.lines});
    } else {
      if (rest) unended.set(name, rest);
      positions.set(name, position);
    }
  }

  /** Those lines that count: each id once, and of a change all lines or none. */
  function settle(read: readonly (JournalLine & Place)[]): JournalLine[] {
    const {union, problems, links} = contents;
    const ids = new Map<string, string>();
    const fresh: (JournalLine & Place)[] = [];
    for (const line of [...contents.waiting, ...read]) {
      const {action, hash, file, line: number} = line;
      const known = union.hashOf(action.id) ?? ids.get(action.id);
      if (known === undefined) {
        ids.set(action.id, hash);
        fresh.push(line);
      } else if (known !== hash) {
        problems.push({file, line: number, problem: 'has the id of another line'});
      }
    }
    const isMet = ({with: last}: JournalLine) =>
      last === undefined || ids.has(last) || union.hashOf(last) !== undefined;
    contents.waiting = fresh.filter((line) => !isMet(line));
    const counting = fresh.filter(isMet);
    for (const {file, line, seen} of counting) links.push({file, line, seen});
    return counting;
  }

  function isShortened(): boolean {
    return [...contents.positions].some(([name, {offset}]) => {
      const stats = statSync(path.join(folder, name), {throwIfNoEntry: false});
      return !stats || stats.size < offset;
    });
  }

  function refresh(): News {
    const isAnew = isUnsure || isShortened();
    if (isAnew) contents = noContents();
    // Until all is read, what was read of it would count as read.
    isUnsure = true;
    const read: (JournalLine & Place)[] = [];
    if (!hasGiven || isAnew)
      for (const [index, text] of given.entries()) take(folder, {line: index + 1, text}, read);
    hasGiven = true;
    const names = journalFiles(folder);
    for (const name of names) readFile(name, read);
    contents.files = names.length;
    isUnsure = false;
    if (read.length === 0) return isAnew ? 'another order' : 'nothing';
    const isBehind = contents.union.add(settle(read));
    return isBehind && !isAnew ? 'more' : 'another order';
  }

  /** A line that goes on from one that is nowhere; a damaged line explains it already. */
  function missing(): LineProblem[] {
    if (contents.problems.length > 0) return [];
    return contents.links
      .filter(({seen}) => seen.some(contents.union.isMissing))
      .map(({file, line}) => ({file, line, problem: 'goes on from a line that is missing'}));
  }

  return {
    refresh,
    actions: () => contents.union.actions(),
    heads: () => contents.union.heads(),
    problems: () => [
      ...contents.problems,
      ...[...contents.unended].map(([name, {line}]) => ({
        file: path.join(folder, name),
        line,
        problem: 'is not whole',
      })),
      ...contents.waiting.map(({file, line}) => ({
        file,
        line,
        problem: 'belongs to a change that was not written whole',
      })),
      ...missing(),
    ],
    needs: () => contents.needs,
    size() {
      const {positions, unended, files} = contents;
      const parts = [...positions].map(
        ([name, {offset}]) => offset + (unended.get(name)?.bytes ?? 0),
      );
      return {files, bytes: parts.reduce((sum, bytes) => sum + bytes, 0)};
    },
  };
}
