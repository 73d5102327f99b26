import {linesOf} from './drawn-before.ts';
import type {Line} from './line.ts';
import {rowLines, spokenRow, type Row} from './row.ts';

/** Where the lines of a row begin and end in the list. */
export interface Placed {
  readonly key: string;
  readonly first: number;
  readonly last: number;
}

/** Rows as lines, and which of them are whose. */
export interface DrawnRows {
  readonly lines: readonly Line[];
  /** The rows that can be selected, in order. */
  readonly placed: readonly Placed[];
}

interface Options {
  readonly selected: string | undefined;
  readonly width: number;
  /** Whether the lines are read out. */
  readonly isSpoken: boolean;
}

/** Draws rows, one below the other. */
export function drawRows(rows: readonly Row[], {selected, width, isSpoken}: Options): DrawnRows {
  const placed: Placed[] = [];
  const lines: Line[] = [];
  for (const row of rows) {
    const isSelected = row.key !== undefined && row.key === selected;
    const drawn = isSpoken
      ? [spokenRow(row, isSelected)]
      : isSelected
        ? rowLines(row, {isSelected, width})
        : linesOf(row, width);
    if (row.key !== undefined)
      placed.push({key: row.key, first: lines.length, last: lines.length + drawn.length - 1});
    for (const one of drawn) lines.push(one);
  }
  return {lines, placed};
}
