import {statSync} from 'node:fs';
import path from 'node:path';
import {narrate} from '../../tell-aside.ts';
import type {Action} from '../../handoff/changes/catalogue.ts';
import {journalFiles, type JournalSize} from './journal-files.ts';
import {readLine, type JournalLine} from './journal-line.ts';
import {plainAction} from './plain-action.ts';
import type {LineProblem} from './line-problem.ts';
import {readTail, type FilePosition, type NumberedText} from './read-tail.ts';
import {createUnion, type Union} from './union.ts';

/** What came with a reading: more behind what was known, or another order of all. */
export type News = 'nothing' | 'more' | 'another order';

/** The journal of one handoff, united from the files of all writers. Reading goes on where it was. */
export interface OpenJournal {
  readonly refresh: () => News;
  readonly actions: () => readonly Action[];
  readonly heads: () => readonly string[];
  /** Whether a line with this hash was read. */
  readonly has: (hash: string) => boolean;
  readonly problems: () => readonly LineProblem[];
  /** The newest version that a line asks for and this program does not know. */
  readonly needs: () => number | undefined;
  /** How much of it was read. */
  readonly size: () => JournalSize;
}

interface Place {
  readonly file: string;
  readonly line: number;
}

interface Contents {
  readonly union: Union;
  /** Hashes of the lines that count, by the id of their action. */
  readonly ids: Map<string, string>;
  readonly positions: Map<string, FilePosition>;
  readonly problems: LineProblem[];
  /** Lines that nothing can be said of yet: behind the last newline of a file. */
  readonly unended: Map<string, NumberedText & {readonly bytes: number}>;
  /** Lines of a change whose last line has not been met. */
  waiting: (JournalLine & Place)[];
  /** Lines that go on from one that was not met yet, by its hash. */
  readonly dangling: Map<string, Place>;
  /** The newest version that each file has come to. */
  readonly versions: Map<string, number>;
  needs: number | undefined;
  files: number;
}

function noContents(): Contents {
  return {
    union: createUnion(),
    ids: new Map(),
    positions: new Map(),
    problems: [],
    unended: new Map(),
    waiting: [],
    dangling: new Map(),
    versions: new Map(),
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
    if (reading.kind === 'damaged') contents.problems.push({file, line, problem: reading.problem});
    else if (reading.kind === 'newer') {
      contents.union.note(reading.hash, reading.seen);
      contents.needs = Math.max(reading.v, contents.needs ?? 0);
    } else if (isOlder(file, reading.line.action.v))
      contents.problems.push({file, line, problem: 'claims an older version than one before it'});
    else lines.push({...reading.line, action: plainAction(text, reading.line.action), file, line});
  }

  /** A program that has written by newer rules is never followed in its file by an older one. */
  function isOlder(file: string, v: number): boolean {
    const before = contents.versions.get(file) ?? 0;
    contents.versions.set(file, Math.max(v, before));
    return v < before;
  }

  function readFile(name: string, lines: (JournalLine & Place)[]): void {
    const file = path.join(folder, name);
    const {positions, unended} = contents;
    const before = positions.get(name) ?? {offset: 0, lines: 0};
    const unread = unended.get(name);
    const size = before.offset + (unread?.bytes ?? 0);
    if (statSync(file).size === size) return;
    const {lines: texts, rest, position} = readTail(file, before);
    narrate(() => `read ${file}`);
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
  function settle(read: readonly (JournalLine & Place)[]): readonly (JournalLine & Place)[] {
    const {ids, problems} = contents;
    const fresh: (JournalLine & Place)[] = [];
    for (const line of [...contents.waiting, ...read]) {
      const {action, hash, file, line: number} = line;
      const known = ids.get(action.id);
      if (known === undefined) {
        ids.set(action.id, hash);
        fresh.push(line);
      } else if (known !== hash)
        problems.push({file, line: number, problem: 'has the id of another line'});
    }
    const isMet = ({with: last}: JournalLine) => last === undefined || ids.has(last);
    const counting = fresh.filter(isMet);
    contents.waiting = counting.length < fresh.length ? fresh.filter((line) => !isMet(line)) : [];
    for (const {action} of contents.waiting) ids.delete(action.id);
    return counting;
  }

  function noteDangling(lines: readonly (JournalLine & Place)[]): void {
    const {dangling, union} = contents;
    for (const hash of dangling.keys()) if (union.has(hash)) dangling.delete(hash);
    for (const {file, line, seen} of lines)
      for (const hash of seen) if (!union.has(hash)) dangling.set(hash, {file, line});
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
    const counting = settle(read);
    const isBehind = contents.union.add(counting);
    noteDangling(counting);
    return isBehind && !isAnew ? 'more' : 'another order';
  }

  /** A line that goes on from one that is nowhere; a damaged line explains it already. */
  function missing(): LineProblem[] {
    if (contents.problems.length > 0) return [];
    return [...contents.dangling.values()].map(({file, line}) => ({
      file,
      line,
      problem: 'goes on from a line that is missing',
    }));
  }

  return {
    refresh,
    actions: () => contents.union.actions(),
    heads: () => contents.union.heads(),
    has: (hash) => contents.union.has(hash),
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
