import type {Notice} from '../playbook.ts';
import {joinLines, splitLines} from './split-lines.ts';

/** Levels of lists and quotations that are read; what is deeper stays text. */
export const deepest = 100;

const marker = /^(?:>|[-*+](?=\s)|\d{1,9}[.)](?=\s))/u;

// What begins like this is a line of a paragraph, wherever it stands.
const words = /^(?:\p{L}|\[[ xX]\]\s)/u;

interface Level {
  /** Columns of the text of this level. */
  readonly inner: number;
  readonly isQuote: boolean;
}

/**
 * Takes the bullets from lines that lie deeper than 100 levels, since nobody reads them as levels
 * and parsing them takes minutes. Every line keeps its number.
 */
export function mendDepth(source: string): {
  readonly source: string;
  readonly notices: readonly Notice[];
  /** The lines that stay text, counted from 1. */
  readonly deep: ReadonlySet<number>;
} {
  const lines = splitLines(source);
  const deep: number[] = [];
  let levels: Level[] = [];
  let isInParagraph = false;
  const mended = lines.map((line, at) => {
    const {text} = line;
    if (text.trim() === '') {
      isInParagraph = false;
      return line;
    }
    let column = 0;
    let offset = 0;
    const found: Level[] = [];
    const skip = () => {
      while (text[offset] === ' ' || text[offset] === '\t') {
        column += text[offset] === '\t' ? 4 - (column % 4) : 1;
        offset += 1;
      }
    };
    skip();
    const kept = levels.filter(({inner, isQuote}) => !isQuote && inner <= column);
    let cutAt: number | undefined;
    for (
      let match = marker.exec(text.slice(offset, offset + 12));
      match;
      match = marker.exec(text.slice(offset, offset + 12))
    ) {
      if (kept.length + found.length >= deepest && cutAt === undefined) cutAt = offset;
      offset += match[0].length;
      column += match[0].length;
      const isQuote = match[0] === '>';
      skip();
      found.push({inner: column, isQuote});
    }
    levels = [...kept, ...found].slice(0, deepest);
    const said = text.slice(offset);
    const goesOn = isInParagraph && words.test(said);
    isInParagraph = found.length > 0 && words.test(said);
    if (cutAt === undefined) return line;
    deep.push(at + 1);
    // A line that goes on a paragraph needs no indent, and a hundred levels of it take memory to parse.
    const indent = goesOn ? '' : ' '.repeat(levels.at(-1)?.inner ?? 0);
    const head = found.length > kept.length + 1 ? text.slice(0, cutAt) : indent;
    return {...line, text: head + said};
  });
  const [first] = deep;
  if (first === undefined) return {source, notices: [], deep: new Set()};
  const message =
    deep.length === 1
      ? `1 line lies deeper than ${deepest} levels, and stays text.`
      : `${deep.length} lines lie deeper than ${deepest} levels, and stay text.`;
  const notices = [{message, position: {line: first, column: 1}}];
  return {source: joinLines(mended), notices, deep: new Set(deep)};
}
