import {cellsOf} from './layout.ts';

/**
 * The first cell in view of a line of one row: the one there was, moved as little as the cursor
 * needs. Without a cursor the line is seen from its start.
 */
export function scrollField(
  line: string,
  cursor: number | undefined,
  first: number,
  width: number,
): number {
  if (cursor === undefined) return 0;
  let at = 0;
  let cursorCell = 0;
  let cursorWidth = 1;
  for (const {start, width: cells} of cellsOf(line, {start: 0, end: line.length})) {
    if (start === cursor) cursorWidth = Math.max(1, cells);
    if (start < cursor) cursorCell += cells;
    at += cells;
  }
  const lowest = Math.max(0, cursorCell + cursorWidth - width);
  const highest = Math.min(cursorCell, Math.max(0, at + 1 - width));
  return Math.max(lowest, Math.min(first, highest));
}

/** The part of a line that is in view, in three parts round the cursor's cell. */
export function drawField(
  line: string,
  cursor: number | undefined,
  first: number,
  width: number,
): readonly [string, string, string] {
  const parts: [string, string, string] = ['', '', ''];
  let at = 0;
  for (const {start, text, width: cells} of cellsOf(line, {start: 0, end: line.length})) {
    const isInView = at >= first && at + cells <= first + width;
    // Half a wide character at the left edge leaves its other half empty.
    if (at < first && at + cells > first) parts[0] += ' '.repeat(at + cells - first);
    if (isInView)
      parts[cursor === undefined || start < cursor ? 0 : start === cursor ? 1 : 2] += text;
    at += cells;
  }
  if (cursor !== undefined && parts[1] === '') parts[1] = ' ';
  return parts;
}
