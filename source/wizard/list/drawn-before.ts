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
const byKey = new Map<string, Drawn>();
const byRow = new WeakMap<Row, Drawn>();

/**
 * The lines of a row that is not selected. Of a long list few rows change from frame to frame, so
 * those of a row that is as it was drawn last are given again, the same objects. Whoever makes
 * hundreds of rows gives the same ones again: to compare each at every key takes longer than to draw.
 */
export function linesOf(row: Row, width: number): readonly Line[] {
  const same = byRow.get(row);
  if (same?.width === width) return same.lines;
  const {key} = row;
  const like = key === undefined ? undefined : byKey.get(key);
  const lines =
    like?.width === width && isDeepStrictEqual(like.row, row)
      ? like.lines
      : rowLines(row, {isSelected: false, width});
  const drawn = {row, width, lines};
  byRow.set(row, drawn);
  if (key === undefined) return lines;
  if (byKey.size >= mostDrawn) byKey.clear();
  byKey.set(key, drawn);
  return lines;
}
