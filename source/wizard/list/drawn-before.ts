import {isDeepStrictEqual} from 'node:util';
import type {Line} from './line.ts';
import {rowLines, type Row} from './row.ts';

interface Drawn {
  readonly row: Row;
  readonly width: number;
  readonly lines: readonly Line[];
}

/** More rows than a long list has; all are forgotten then, and drawn anew. */
const mostDrawn = 4000;
const drawn = new Map<string, Drawn>();

/**
 * The lines of a row that is not selected. Of a long list few rows change from frame to frame, so
 * those of a row that is as it was drawn last are given again, the same objects.
 */
export function linesOf(row: Row, width: number): readonly Line[] {
  const {key} = row;
  if (key === undefined) return rowLines(row, {isSelected: false, width});
  const before = drawn.get(key);
  if (before?.width === width && isDeepStrictEqual(before.row, row)) return before.lines;
  const lines = rowLines(row, {isSelected: false, width});
  if (drawn.size >= mostDrawn) drawn.clear();
  drawn.set(key, {row, width, lines});
  return lines;
}
