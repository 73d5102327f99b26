import stringWidth from 'string-width';

/** One row on the screen: a stretch of a line, in code units. */
export interface Row {
  readonly start: number;
  readonly end: number;
}

/** A grapheme with the cells it takes, or a tab with the cells up to the next stop. */
interface Cell {
  readonly start: number;
  readonly text: string;
  readonly width: number;
}

const tabStop = 4;
const printableAscii = /^[ -~]*$/u;
const segmenter = new Intl.Segmenter(undefined, {granularity: 'grapheme'});

function widthOf(grapheme: string, at: number): number {
  if (grapheme === '\t') return tabStop - (at % tabStop);
  const code = grapheme.charCodeAt(0);
  if (grapheme.length === 1 && code >= 0x20 && code < 0x7f) return 1;
  return stringWidth(grapheme);
}

/** The cells of a stretch of a line that begins a row. */
export function cellsOf(line: string, {start, end}: Row): readonly Cell[] {
  let at = 0;
  return Array.from(segmenter.segment(line.slice(start, end)), ({segment, index}) => {
    const width = widthOf(segment, at);
    at += width;
    return {start: start + index, text: segment, width};
  });
}

function wrapAscii(line: string, width: number): readonly Row[] {
  const rows: Row[] = [];
  let start = 0;
  while (line.length - start > width) {
    const space = line.lastIndexOf(' ', start + width);
    const end = space >= start ? space + 1 : start + width;
    rows.push({start, end});
    start = end;
  }
  return [...rows, {start, end: line.length}];
}

function wrapAny(line: string, width: number): readonly Row[] {
  const rows: Row[] = [];
  let start = 0;
  let used = 0;
  let breakAt = 0;
  let usedAtBreak = 0;
  for (const {segment, index} of segmenter.segment(line)) {
    let cells = widthOf(segment, used);
    if (cells > 1 && segment !== '\t') {
      breakAt = index;
      usedAtBreak = used;
    }
    if (used + cells > width + (segment === ' ' ? 1 : 0) && index > start) {
      const isInsideWord = breakAt <= start;
      const end = isInsideWord ? index : breakAt;
      rows.push({start, end});
      start = end;
      used = isInsideWord ? 0 : used - usedAtBreak;
      if (segment === '\t') cells = widthOf(segment, used);
    }
    used += cells;
    if (cells > 1 || segment === ' ' || segment === '\t') {
      breakAt = index + segment.length;
      usedAtBreak = used;
    }
  }
  if (used > width) {
    rows.push({start, end: line.length});
    start = line.length;
  }
  return [...rows, {start, end: line.length}];
}

// A draw and a move each look at the same few lines several times.
const wrapped = new Map<string, readonly Row[]>();
const wrappedAtMost = 256;
let wrappedWidth = 0;

/**
 * Breaks a line into rows of at most `width` cells: after a space or tab, beside a wide character,
 * and inside a word only where the word alone is too long. One space may stand in the cell after
 * the last one, which is the cursor's at the end of a line; a row needs `width + 1` cells.
 */
export function wrapLine(line: string, width: number): readonly Row[] {
  if (width !== wrappedWidth || wrapped.size > wrappedAtMost) wrapped.clear();
  wrappedWidth = width;
  const known = wrapped.get(line);
  if (known) return known;
  const rows = printableAscii.test(line) ? wrapAscii(line, width) : wrapAny(line, width);
  wrapped.set(line, rows);
  return rows;
}

/** Index of the row that the cursor stands on; at a border it is the later one. */
export function rowOf(rows: readonly Row[], column: number): number {
  const index = rows.findLastIndex(({start}) => start <= column);
  return Math.max(0, index);
}

/** Cells between the start of a row and a column in it. */
export function cellAt(line: string, row: Row, column: number): number {
  return cellsOf(line, {start: row.start, end: column}).reduce((sum, {width}) => sum + width, 0);
}

/**
 * The column whose grapheme covers a cell of a row, or the end of the row. The end of a row that the
 * line goes on from belongs to the next row, so there it is the last grapheme.
 */
export function columnAt(line: string, row: Row, cell: number): number {
  let at = 0;
  let last = row.start;
  for (const {start, width} of cellsOf(line, row)) {
    if (at + width > cell) return start;
    at += width;
    last = start;
  }
  return row.end < line.length ? last : row.end;
}

/** A row as it is drawn, tabs as spaces; with a column, in three parts round the cursor's cell. */
export function drawRow(
  line: string,
  row: Row,
  column?: number,
): readonly [string, string, string] {
  const parts: [string, string, string] = ['', '', ''];
  for (const {start, text, width} of cellsOf(line, row)) {
    const drawn = text === '\t' ? ' '.repeat(width) : text;
    const part = column === undefined || start < column ? 0 : start === column ? 1 : 2;
    parts[part] += drawn;
  }
  if (column !== undefined && parts[1] === '') parts[1] = ' ';
  return parts;
}
