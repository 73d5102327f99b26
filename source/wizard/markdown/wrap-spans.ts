import stringWidth from 'string-width';
import {lineWidth, span, wrap, type Line, type Span} from '../list/line.ts';

/** A break that stands in the text itself. */
export const hardBreak = span('\n');

/** What stays on one row: pieces of one or several spans without a space between. */
type Word = readonly Span[];

function* wordsOf(spans: readonly Span[]): Generator<Word | 'break'> {
  let word: Span[] = [];
  for (const {text, ...look} of spans)
    for (const piece of text.split(/(\s+)/u)) {
      if (piece === '') continue;
      if (/\S/u.test(piece)) {
        word.push({text: piece, ...look});
        continue;
      }
      if (word.length > 0) yield word;
      word = [];
      if (text === hardBreak.text) yield 'break';
    }
  if (word.length > 0) yield word;
}

/** Cuts a word that is wider than a row; what a person wrote is never left out. */
function cut(word: Word, width: number): Word[] {
  if (lineWidth(word) <= width) return [word];
  return word.flatMap(({text, ...look}) => wrap(text, width).map((row) => [{text: row, ...look}]));
}

/** Breaks styled text into rows of at most `width` cells, at spaces where it can. */
export function wrapSpans(spans: readonly Span[], width: number): Line[] {
  const room = Math.max(1, width);
  const rows: Span[][] = [[]];
  let used = 0;
  for (const word of wordsOf(spans)) {
    if (word === 'break') {
      rows.push([]);
      used = 0;
      continue;
    }
    for (const piece of cut(word, room)) {
      const size = lineWidth(piece);
      if (used > 0 && used + 1 + size > room) {
        rows.push([]);
        used = 0;
      }
      const row = rows.at(-1);
      if (used > 0) row?.push(span(' '));
      row?.push(...piece);
      used += size + (used > 0 ? 1 : 0);
    }
  }
  return rows;
}

/** The widest word and the whole text in cells. */
export function widthsOf(spans: readonly Span[]): {readonly least: number; readonly whole: number} {
  let least = 1;
  for (const word of wordsOf(spans)) if (word !== 'break') least = Math.max(least, lineWidth(word));
  const text = spans.map(({text}) => text).join('');
  return {least, whole: stringWidth(text.replaceAll(/\s+/gu, ' ').trim())};
}
