import {formatBytes} from '../assertions/amounts.ts';
import type {Assertion} from '../assertions/assertion.ts';
import {truthOf} from '../assertions/holds.ts';
import {decide, leavesOf, type Leaf, type Truth} from '../assertions/leaves.ts';
import {literalPattern, type Pattern} from '../assertions/pattern.ts';
import {isWithinLine} from './pattern-shape.ts';

/** What is found of a part of a statement in a long text: how many lines, and the first of them. */
export interface LineFound {
  readonly count: number;
  readonly first: string;
}

/** A text as it is judged: all of it, or of a long one the lines that were looked for. */
export type TextContent =
  | {readonly type: 'whole'; readonly text: string; readonly bytes: number}
  | {
      readonly type: 'scanned';
      readonly bytes: number;
      /** For each part of a statement that lines can tell. */
      readonly found: ReadonlyMap<Leaf, LineFound>;
      /** Parts of which only a piece of the first or last line was seen, which does not tell. */
      readonly untold: ReadonlySet<Leaf>;
    }
  /** It cannot be judged at all, for this reason: a sentence. */
  | {readonly type: 'unread'; readonly reason: string};

/** The lines that tell whether a part of a statement about a long text is true. */
interface LineTest {
  readonly pattern: Pattern;
  /** Where no line is found, it is untrue; otherwise something over several lines might make it true. */
  readonly isSure: boolean;
  /** Only the first, or what comes after the last line end, can tell. */
  readonly only?: 'first' | 'last';
}

/** Longest text that is surely found even in lines so long that they are looked at in pieces. */
const longestPart = 1000;

/** The end of a text at which a pattern stands, by the only anchor in it. */
function endOf(bare: string): LineTest['only'] {
  if (/^\^[^$^]*$/.test(bare)) return 'first';
  return /^[^$^]*\$$/.test(bare) ? 'last' : undefined;
}

/** What lines can tell of a part of a statement; undefined where they tell nothing. */
export function lineTestOf(leaf: Leaf): LineTest | undefined {
  switch (leaf.type) {
    case 'matches': {
      const {source, flags} = leaf.pattern.expression;
      const bare = source.replace(/\\.|\[\^/g, '');
      const hasAnchor = /[\^$]/.test(bare);
      const end = flags.includes('m') || bare.includes('|') ? undefined : endOf(bare);
      if (end && isWithinLine(leaf.pattern.expression))
        return {pattern: leaf.pattern, isSure: true, only: end};
      const isSure = isWithinLine(leaf.pattern.expression) && (flags.includes('m') || !hasAnchor);
      // Without an anchor or a look around it, what is found in a line is found in the whole.
      const mayTell = isSure || (!hasAnchor && !/\(\?<?[!=]/.test(source));
      return mayTell ? {pattern: leaf.pattern, isSure} : undefined;
    }
    case 'contains': {
      const part = String(leaf.part);
      return /[\r\n]/.test(part) || part.length > longestPart
        ? undefined
        : {pattern: literalPattern(part), isSure: true};
    }
    case 'count':
      // A line is a whole text here, so anchors are those of lines.
      if (leaf.of.type === 'matches') return {pattern: leaf.of.pattern, isSure: true};
      return leaf.of.type === 'contains' ? lineTestOf(leaf.of) : undefined;
    default:
      return undefined;
  }
}

function leafTruth(leaf: Leaf, {found, untold}: Extract<TextContent, {type: 'scanned'}>): Truth {
  // Nobody writes so much into a checks file.
  if (leaf.type === 'equals') return false;
  const test = lineTestOf(leaf);
  const count = found.get(leaf)?.count ?? 0;
  if (leaf.type === 'count') return test && truthOf(leaf.is, count);
  return count > 0 || (test?.isSure === true && !untold.has(leaf) ? false : undefined);
}

/** Whether a statement is true of a text; undefined where that cannot be told. */
export function truthOfText(assertion: Assertion, content: TextContent): Truth {
  switch (content.type) {
    case 'whole':
      return truthOf(assertion, content.text, true);
    case 'scanned':
      return decide(assertion, (leaf) => leafTruth(leaf, content));
    case 'unread':
      return undefined;
    default:
      return content satisfies never;
  }
}

/** Why it cannot be told whether a statement is true of a text that was not read as a whole. */
export function whyUntold(content: TextContent): string | undefined {
  switch (content.type) {
    case 'whole':
      return undefined;
    case 'scanned':
      return `it is ${formatBytes(content.bytes)} long, so it is looked at line by line, and what may go beyond a line cannot be told; write the pattern with the flag m and without \\s and [^…], or use a log check`;
    case 'unread':
      return content.reason;
    default:
      return content satisfies never;
  }
}

/** The first line that had to do with a statement. */
export function firstFound(
  assertion: Assertion,
  found: ReadonlyMap<Leaf, LineFound>,
): string | undefined {
  return leavesOf(assertion)
    .map((leaf) => found.get(leaf)?.first)
    .find((line) => line !== undefined);
}
