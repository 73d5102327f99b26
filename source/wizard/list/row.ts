import {glyphs, type Sign} from '../theme/glyphs.ts';
import type {Token} from '../theme/tokens.ts';
import {line, lineWidth, span, spread, truncate, wrap, type Line, type Span} from './line.ts';

/** A thing in a list as data: a sign, words, and the place it stands for. One drawer draws them all. */
export interface Row {
  /** Key of the place, as `lineKey` gives it; without one, as for a heading, it cannot be selected. */
  readonly key?: string | undefined;
  readonly sign?: Sign | undefined;
  readonly text: string;
  /** Of the text while the row is not selected. */
  readonly token?: Token | undefined;
  /** How far it is indented, in steps of two cells. */
  readonly depth?: number | undefined;
  /** Said behind the text, each where it still fits. */
  readonly remarks?: readonly Span[];
  /** At the right edge of the first line. */
  readonly figure?: Line | undefined;
  /** Lines of their own below the text. */
  readonly below?: readonly Span[];
  /** Takes one line, and cuts what does not fit, where the detail tells all of it. */
  readonly isCut?: boolean;
  /** Draws a text that is read and not selected, in place of all else. */
  readonly draw?: (width: number) => readonly Line[];
}

/** An empty line between rows. */
export const gap: Row = {text: ''};

/** Words over the rows that follow. */
export function headingRow(text: string): Row {
  return {text, token: 'muted'};
}

interface RowRoom {
  readonly isSelected: boolean;
  readonly width: number;
}

const separator = span(` ${glyphs.dot} `, 'muted');

/** A word or two of a remark help nobody. */
const leastRemark = 12;

function cutRemarks(row: Line, remarks: readonly Span[], width: number): Line {
  const spans: Span[] = [...row];
  for (const remark of remarks) {
    const room = width - lineWidth(spans) - lineWidth([separator]);
    if (room < Math.min(lineWidth([remark]), leastRemark)) break;
    spans.push(separator, {...remark, text: truncate(remark.text, room)});
  }
  return spans;
}

function flowRemarks(rows: Line[], remarks: readonly Span[], indent: Span, width: number): Line[] {
  const all = [...rows];
  for (const remark of remarks) {
    const last = all.at(-1) ?? [];
    if (lineWidth(last) + lineWidth([separator, remark]) <= width)
      all[all.length - 1] = [...last, separator, remark];
    else
      for (const text of wrap(remark.text, width - indent.text.length))
        all.push([indent, {...remark, text}]);
  }
  return all;
}

/** A row as the lines it takes in `width` cells. Only a row that says so is cut. */
export function rowLines(row: Row, {isSelected, width}: RowRoom): readonly Line[] {
  const {key, sign, text, token = 'plain', depth = 0, remarks = [], figure, below = []} = row;
  if (row.draw) return row.draw(width);
  if (key === undefined && text === '') return [[]];
  const lead: Line = [
    span(`${isSelected ? glyphs.cursor : ' '} ${'  '.repeat(depth)}`, 'accent'),
    ...(sign ? [span(`${sign.glyph} `, sign.token)] : []),
  ];
  const indent = span(' '.repeat(lineWidth(lead)));
  const inner = Math.max(1, width - indent.text.length - (figure ? lineWidth(figure) + 1 : 0));
  const shown = isSelected ? 'selected' : token;
  const texts = row.isCut ? [truncate(text, inner)] : wrap(text, inner);
  const rows = texts.map((part, index): Line => [
    ...(index === 0 ? lead : [indent]),
    span(part, shown),
  ]);
  const [first = [], ...more] = rows;
  const headed = row.isCut ? cutRemarks(first, remarks, width) : first;
  const spaced = figure ? spread(headed, figure, width) : headed;
  const told = row.isCut
    ? [spaced, ...more]
    : flowRemarks([spaced, ...more], remarks, indent, width);
  return [
    ...told,
    ...below.flatMap(({text: words, token: of}) =>
      wrap(words, width - indent.text.length).map((part): Line => [indent, span(part, of)]),
    ),
  ];
}

/** The same row as it is read out: the word of its sign, its text, and what is said about it. */
export function spokenRow(row: Row, isSelected: boolean): Line {
  const {key, sign, text, figure, remarks = [], below = []} = row;
  const parts = [
    ...(key !== undefined && isSelected ? ['selected'] : []),
    ...(sign?.word ? [sign.word] : []),
    text,
    ...remarks.map((remark) => remark.text),
    ...(figure ? [figure.map((one) => one.text).join('')] : []),
    ...below.map((one) => one.text),
  ];
  return line(
    parts.filter((part) => part.trim() !== '').join(', '),
    isSelected ? 'selected' : row.token,
  );
}
