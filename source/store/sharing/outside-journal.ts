import {journalEnding} from '../journal/journal-files.ts';
import {readLine} from '../journal/journal-line.ts';
import type {LineProblem} from '../journal/line-problem.ts';

/** A journal file that lies outside of the store, such as in a repository or a file to import. */
export interface OutsideFile {
  /** Such as `desk-1a2b3c4d5e6f.jsonl`. */
  readonly name: string;
  readonly text: string;
}

/** Bounds of what is read from elsewhere, far above any handoff. */
export const outsideBounds = {
  /** Bytes of one file of a journal, and of all of them. */
  file: 64 * 1024 ** 2,
  journal: 256 * 1024 ** 2,
  /** Writers of one handoff, each with a file. */
  files: 2000,
  /** Bytes of one piece of evidence, and of all of a handoff. */
  piece: 8 * 1024 ** 2,
  evidence: 256 * 1024 ** 2,
  pieces: 20_000,
} as const;

/** Names that stores give their journal files: a machine and what tells it from all others. */
const writerFile = /^[a-z0-9][a-z0-9-]{0,99}\.jsonl$/;

/** What keeps a name from being that of a journal file; nothing where it is one. */
export function writerFileProblem(name: string): string | undefined {
  return writerFile.test(name)
    ? undefined
    : `is no name of a journal file, such as desk-1a2b3c4d5e6f${journalEnding}`;
}

/** The whole lines of a journal file, in their order; what cannot be read is told and left out. */
export function wholeLines({name, text}: OutsideFile): {
  readonly lines: readonly string[];
  readonly problems: readonly LineProblem[];
} {
  const lines: string[] = [];
  const problems: LineProblem[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    if (line === '') continue;
    const reading = readLine(line);
    if (reading.kind === 'damaged')
      problems.push({file: name, line: index + 1, problem: reading.problem});
    else lines.push(line);
  }
  return {lines, problems};
}

/** The lines of one text that another does not have, in their order. */
export function missingLines(of: readonly string[], from: readonly string[]): readonly string[] {
  const known = new Set(from);
  return of.filter((line) => !known.has(line) && known.add(line));
}

/** A text with more lines behind it, as a store appends them. */
export function withLines(text: string, lines: readonly string[]): string {
  if (lines.length === 0) return text;
  const isEnded = text === '' || text.endsWith('\n');
  return `${text}${isEnded ? '' : '\n'}${lines.map((line) => `${line}\n`).join('')}`;
}
