import {Buffer, isAscii, isUtf8} from 'node:buffer';
import type {Pattern} from '../assertions/pattern.ts';
import {mayTakeLong, searchInTime} from '../assertions/slow-pattern.ts';
import {decodeLines} from './encoding.ts';
import {createQuickLook, isWithinLine} from './pattern-shape.ts';
import {seenLines} from './seen-text.ts';

/** Decides which lines of a stream are looked at. Blocks of whole lines come in their order. */
export interface LineFilter {
  /** Whether the line that begins at `start` is looked at. */
  readonly accepts: (block: string, start: number) => boolean;
  /** Called for every block, also for one of which no line was asked about, before the next comes. */
  readonly pass: (block: string) => void;
}

export interface ScanOptions {
  readonly filter?: LineFilter | undefined;
  /** Leaves colour codes where they are. */
  readonly isRaw?: boolean | undefined;
}

/** A line longer than this, in bytes, is looked at in pieces and still counts once. */
const longestLine = 1024 * 1024;

/** Pieces of a long line overlap by this much, so that a match on their border is found. */
const overlap = 4096;

/**
 * Lines are looked at together, about this many bytes of them: longer strings are slow to make, and
 * where nothing can match they need not be made.
 */
const together = 32 * 1024;

const escape = 0x1b;

/** In UTF-8 the first byte of each control character above ASCII, and of some signs. */
const beforeControl = 0xc2;

/** Whether there may be colours in bytes; what it says no to takes a tenth of the time to tell. */
function mayHaveColours(bytes: Buffer): boolean {
  if (bytes.includes(escape)) return true;
  return !isAscii(bytes) && (bytes.includes(beforeControl) || !isUtf8(bytes));
}

/** Both throw SlowPatternError; it is of no use after that. */
export interface LineScanner {
  readonly push: (chunk: Uint8Array) => void;
  readonly end: () => void;
}

interface Search {
  readonly index: number;
  /** As given, for one line. */
  readonly expression: RegExp;
  /** For a block of lines, if that finds the same. */
  readonly inBlock: RegExp | undefined;
}

function searchFor({source, flags}: RegExp, index: number): Search {
  const expression = new RegExp(source, flags);
  const blockFlags = `g${flags.includes('m') ? flags : `${flags}m`}`;
  return {
    index,
    expression,
    inBlock: isWithinLine(expression) ? new RegExp(source, blockFlags) : undefined,
  };
}

/** What JavaScript takes for line ends besides `\n`. */
function hasOtherLineEnds(text: string): boolean {
  return text.includes('\r') || text.includes('\u2028') || text.includes('\u2029');
}

/**
 * Finds which lines of a stream of UTF-8 match which patterns, in memory bounded by the longest line
 * looked at. `onMatch` gets each matching line once per pattern, if `filter` accepts it.
 */
export function createLineScanner(
  patterns: readonly Pattern[],
  onMatch: (index: number, line: string) => void,
  options: ScanOptions = {},
): LineScanner {
  const scanner = createUnguardedScanner(patterns, onMatch, options);
  if (!patterns.some(({expression}) => mayTakeLong(expression))) return scanner;
  return {
    push(chunk) {
      searchInTime(() => scanner.push(chunk));
    },
    end() {
      searchInTime(scanner.end);
    },
  };
}

function createUnguardedScanner(
  patterns: readonly Pattern[],
  onMatch: (index: number, line: string) => void,
  {filter, isRaw = false}: ScanOptions,
): LineScanner {
  const searches = patterns.map(({expression}, index) => searchFor(expression, index));
  const quickLook = createQuickLook(patterns.map(({expression}) => expression));
  // A colour may begin in the middle of the word that is looked for.
  const mayMatch =
    quickLook && ((bytes: Buffer) => quickLook(bytes) || (!isRaw && mayHaveColours(bytes)));
  const textOf = (bytes: Buffer) =>
    isRaw || !mayHaveColours(bytes) ? decodeLines(bytes) : seenLines(decodeLines(bytes));

  let rest = Buffer.alloc(0);
  let restLength = 0;
  /** Patterns that the long line being read has matched already; undefined outside a long line. */
  let found: Set<number> | undefined;
  let isLongAccepted = true;

  function searchWhole(text: string, index: number, expression: RegExp): void {
    expression.lastIndex = 0;
    for (let match = expression.exec(text); match; match = expression.exec(text)) {
      const start = match.index === 0 ? 0 : text.lastIndexOf('\n', match.index - 1) + 1;
      const end = text.indexOf('\n', match.index);
      if (!filter || filter.accepts(text, start))
        onMatch(index, text.slice(start, end === -1 ? undefined : end));
      if (end === -1) return;
      expression.lastIndex = end + 1;
    }
  }

  function searchLines(text: string, byLine: readonly Search[]): void {
    for (let start = 0; start <= text.length;) {
      const next = text.indexOf('\n', start);
      const end = next === -1 ? text.length : next;
      const line = text.slice(start, end);
      for (const {index, expression} of byLine)
        if (expression.test(line) && (!filter || filter.accepts(text, start))) onMatch(index, line);
      start = end + 1;
    }
  }

  function searchBlock(block: string): void {
    const text = block.includes('\r') ? block.replace(/\r(?=\n|$)/g, '') : block;
    const isPlain = !hasOtherLineEnds(text);
    for (const {index, inBlock} of isPlain ? searches : [])
      if (inBlock) searchWhole(text, index, inBlock);
    const byLine = isPlain ? searches.filter(({inBlock}) => !inBlock) : searches;
    if (byLine.length > 0) searchLines(text, byLine);
    filter?.pass(text);
  }

  /** Looks at whole lines: from `start` up to the line end at `last`. */
  function searchBytes(bytes: Buffer, start: number, last: number): void {
    for (let at = start; at <= last;) {
      let end = at + together < last ? bytes.lastIndexOf(10, at + together) : last;
      if (end < at) end = bytes.indexOf(10, at + together);
      if (!mayMatch || mayMatch(bytes.subarray(at, end)))
        searchBlock(textOf(bytes.subarray(at, end)));
      else filter?.pass(bytes.toString('latin1', at, end));
      at = end + 1;
    }
  }

  function searchPiece(text: string): void {
    if (!found) {
      found = new Set();
      isLongAccepted = filter?.accepts(text, 0) ?? true;
      filter?.pass(text);
    }
    for (const {index, expression} of searches)
      if (isLongAccepted && !found.has(index) && expression.test(text)) {
        found.add(index);
        onMatch(index, text.slice(0, overlap));
      }
  }

  function keep(bytes: Uint8Array): void {
    if (restLength + bytes.length > rest.length) {
      const grown = Buffer.alloc(Math.max(4096, (restLength + bytes.length) * 2));
      rest.copy(grown, 0, 0, restLength);
      rest = grown;
    }
    rest.set(bytes, restLength);
    restLength += bytes.length;
  }

  function endLine(): void {
    const line = textOf(rest.subarray(0, restLength));
    restLength = 0;
    if (found) {
      searchPiece(line);
      found = undefined;
    } else searchBlock(line);
  }

  function keepPiece(bytes: Uint8Array): void {
    for (let at = 0; at < bytes.length;) {
      const room = longestLine - restLength;
      keep(bytes.subarray(at, at + room));
      at += room;
      if (restLength >= longestLine) {
        searchPiece(
          isRaw
            ? rest.toString('utf8', 0, restLength)
            : seenLines(rest.toString('utf8', 0, restLength)),
        );
        rest.copyWithin(0, restLength - overlap, restLength);
        restLength = overlap;
      }
    }
  }

  return {
    push(chunk) {
      const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
      let start = 0;
      if (restLength > 0 || found) {
        const first = bytes.indexOf(10);
        if (first === -1) {
          keepPiece(bytes);
          return;
        }
        keepPiece(bytes.subarray(0, first));
        endLine();
        start = first + 1;
      }
      const last = bytes.lastIndexOf(10);
      if (last >= start) {
        searchBytes(bytes, start, last);
        start = last + 1;
      }
      keepPiece(bytes.subarray(start));
    },
    end() {
      if (restLength > 0 || found) endLine();
      rest = Buffer.alloc(0);
    },
  };
}
