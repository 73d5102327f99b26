import {currentLine, type EditorState, type Position} from './editor-state.ts';
import {nextBorder, previousBorder, wordEnd, wordStart} from './graphemes.ts';
import {cellAt, columnAt, rowOf, wrapLine} from './layout.ts';
import {moveRows, type Area} from './viewport.ts';

/** Where the cursor can go. Up, down and pages go by rows on the screen, the rest by the text. */
export type Motion =
  | 'left'
  | 'right'
  | 'wordLeft'
  | 'wordRight'
  | 'up'
  | 'down'
  | 'pageUp'
  | 'pageDown'
  | 'lineStart'
  | 'lineEnd'
  | 'textStart'
  | 'textEnd';

interface Moved {
  readonly cursor: Position;
  readonly wantedCell: number | undefined;
}

function lineEnd(lines: readonly string[], line: number): Position {
  return {line, column: lines[line]?.length ?? 0};
}

function wordLeft({lines, cursor}: EditorState): Position {
  for (let {line, column} = cursor; line >= 0; line -= 1, column = lines[line]?.length ?? 0) {
    const start = wordStart(lines[line] ?? '', column);
    if (start !== undefined) return {line, column: start};
  }
  return {line: 0, column: 0};
}

function wordRight({lines, cursor}: EditorState): Position {
  for (let {line, column} = cursor; line < lines.length; line += 1, column = 0) {
    const end = wordEnd(lines[line] ?? '', column);
    if (end !== undefined) return {line, column: end};
  }
  return lineEnd(lines, lines.length - 1);
}

function alongText(state: EditorState, to: Motion): Position {
  const {lines, cursor} = state;
  const {line, column} = cursor;
  const text = currentLine(state);
  switch (to) {
    case 'left':
      if (column > 0) return {line, column: previousBorder(text, column)};
      return line > 0 ? lineEnd(lines, line - 1) : cursor;
    case 'right':
      if (column < text.length) return {line, column: nextBorder(text, column)};
      return line < lines.length - 1 ? {line: line + 1, column: 0} : cursor;
    case 'wordLeft':
      return wordLeft(state);
    case 'wordRight':
      return wordRight(state);
    case 'lineStart':
      return {line, column: 0};
    case 'lineEnd':
      return {line, column: text.length};
    case 'textStart':
      return {line: 0, column: 0};
    case 'textEnd':
      return lineEnd(lines, lines.length - 1);
    default:
      return cursor;
  }
}

/** Moves by rows towards the cell the first such move began at, and to the end at the last row. */
function byRows(state: EditorState, by: number, width: number): Moved {
  const {lines, cursor} = state;
  const text = currentLine(state);
  const rows = wrapLine(text, width);
  const index = rowOf(rows, cursor.column);
  const row = rows[index] ?? {start: 0, end: 0};
  const wantedCell = state.wantedCell ?? cellAt(text, row, cursor.column);
  const place = moveRows(lines, {line: cursor.line, row: index}, by, width);
  if (place.line === cursor.line && place.row === index) {
    const end = by < 0 ? {line: 0, column: 0} : lineEnd(lines, lines.length - 1);
    return {cursor: end, wantedCell};
  }
  const target = lines[place.line] ?? '';
  const targetRow = wrapLine(target, width)[place.row] ?? {start: 0, end: 0};
  return {
    cursor: {line: place.line, column: columnAt(target, targetRow, wantedCell)},
    wantedCell,
  };
}

/** Where a motion takes the cursor. */
export function motion(state: EditorState, to: Motion, {width, height}: Area): Moved {
  const page = Math.max(1, height - 1);
  switch (to) {
    case 'up':
      return byRows(state, -1, width);
    case 'down':
      return byRows(state, 1, width);
    case 'pageUp':
      return byRows(state, -page, width);
    case 'pageDown':
      return byRows(state, page, width);
    default:
      return {cursor: alongText(state, to), wantedCell: undefined};
  }
}
