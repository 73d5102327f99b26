import {longestWhole, wordsOf} from './whole-words.ts';

/** What a column needs, in the unit that its texts are measured in. */
export interface Column {
  /** For its longest word, or for all of each line where the column is kept whole. */
  readonly least: number;
  /** For its longest line. */
  readonly wanted: number;
  /** No line of it breaks: names, dates, addresses, numbers, short texts. */
  readonly isWhole: boolean;
}

/** Lines up to so many characters are kept whole where the table has room for it. */
const briefLine = 26;

type Measured = Column & {readonly isBrief: boolean};

function measure(cells: readonly string[], widthOf: (text: string) => number): Measured {
  const [head = '', ...values] = cells;
  let least = 0;
  let wanted = 0;
  let isBrief = true;
  for (const line of [...head.split('\n'), ...values.flatMap((cell) => cell.split('\n'))]) {
    // Whoever says so much fills lines anyway.
    const all = widthOf(line.slice(0, 400));
    wanted = Math.max(wanted, all);
    for (const {text, isWhole} of all > least ? wordsOf(line.slice(0, 2000)) : []) {
      const part = isWhole ? text : text.slice(0, longestWhole / 2);
      least = Math.max(least, widthOf(part));
    }
    isBrief &&= line.length <= briefLine;
  }
  return {least, wanted: Math.max(least, wanted), isWhole: false, isBrief};
}

export interface Room {
  readonly widthOf: (text: string, column: number) => number;
  /** Between two columns. */
  readonly gap: number;
  /** For all columns with their gaps. */
  readonly room: number;
  /** What a column of longer lines is not to be narrower than. */
  readonly comfortable: number;
}

/**
 * Measures the columns of a table, its head first, and decides which are kept whole: those of short
 * lines, the shortest first, as long as every other column keeps what it needs within `room`.
 */
export function measureColumns(
  rows: readonly (readonly string[])[],
  {widthOf, gap, room, comfortable}: Room,
): Column[] {
  const columns = (rows[0] ?? []).map((_, column) => {
    const cells = rows.map((row) => row[column] ?? '');
    const measured = measure(cells, (text) => widthOf(text, column));
    const {isBrief, least, wanted} = measured;
    return isBrief
      ? measured
      : {...measured, least: Math.max(least, Math.min(wanted, comfortable))};
  });
  let left = room - leastWidth(columns, gap);
  const whole = new Set<Measured>();
  for (const column of columns.toSorted((a, b) => a.wanted - b.wanted)) {
    const more = column.wanted - column.least;
    if (!column.isBrief || more > left) continue;
    whole.add(column);
    left -= more;
  }
  return columns.map((column) => ({
    least: whole.has(column) ? column.wanted : column.least,
    wanted: column.wanted,
    isWhole: whole.has(column),
  }));
}

/** What all columns need at least, the gaps between them included. */
export function leastWidth(columns: readonly Column[], gap: number): number {
  return columns.reduce((sum, {least}) => sum + least + gap, 0);
}
