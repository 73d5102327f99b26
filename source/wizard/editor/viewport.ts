import type {EditorState, Position} from './editor-state.ts';
import {rowOf, wrapLine, type Row} from './layout.ts';

/** Room for the text, in cells. */
export interface Area {
  readonly width: number;
  readonly height: number;
}

/** A row of the text by the line it belongs to and its number in that line. */
export interface RowPlace {
  readonly line: number;
  readonly row: number;
}

/** A row in view. */
export interface ViewRow extends RowPlace, Row {
  readonly text: string;
}

export const topOfText: RowPlace = {line: 0, row: 0};

type Lines = readonly string[];

export function isSamePlace(a: RowPlace, b: RowPlace): boolean {
  return a.line === b.line && a.row === b.row;
}

/** Where a position is drawn. */
export function placeOf(lines: Lines, {line, column}: Position, width: number): RowPlace {
  return {line, row: rowOf(wrapLine(lines[line] ?? '', width), column)};
}

/** The place `by` rows further on, or further back when negative; it stops at the ends of the text. */
export function moveRows(lines: Lines, from: RowPlace, by: number, width: number): RowPlace {
  let {line, row} = from;
  let left = by;
  while (left < 0) {
    if (row >= -left) return {line, row: row + left};
    if (line === 0) return topOfText;
    left += row + 1;
    line -= 1;
    row = wrapLine(lines[line] ?? '', width).length - 1;
  }
  while (left > 0) {
    const last = wrapLine(lines[line] ?? '', width).length - 1;
    if (row + left <= last) return {line, row: row + left};
    if (line === lines.length - 1) return {line, row: last};
    left -= last - row + 1;
    line += 1;
    row = 0;
  }
  return {line, row};
}

function isBefore(a: RowPlace, b: RowPlace): boolean {
  return a.line < b.line || (a.line === b.line && a.row < b.row);
}

/**
 * The first row in view: the one there was, moved as little as the cursor needs, and back when there
 * would be empty rows below the text.
 */
export function scrollTo({lines, cursor}: EditorState, top: RowPlace, area: Area): RowPlace {
  const {width, height} = area;
  const last = lines.length - 1;
  const end = {line: last, row: wrapLine(lines[last] ?? '', width).length - 1};
  const lowest = moveRows(lines, end, 1 - height, width);
  const place = placeOf(lines, cursor, width);
  const highest = moveRows(lines, place, 1 - height, width);
  if (isBefore(place, top)) return place;
  const shown = isBefore(top, highest) ? highest : top;
  return isBefore(lowest, shown) ? lowest : shown;
}

/** The rows in view, laid out only as far as they are seen. */
export function rowsInView(lines: Lines, top: RowPlace, {width, height}: Area): readonly ViewRow[] {
  const found: ViewRow[] = [];
  for (let line = top.line; line < lines.length && found.length < height; line += 1) {
    const text = lines[line] ?? '';
    const first = line === top.line ? top.row : 0;
    const rows = wrapLine(text, width).slice(first, first + height - found.length);
    for (const [index, {start, end}] of rows.entries())
      found.push({line, row: first + index, text, start, end});
  }
  return found;
}
