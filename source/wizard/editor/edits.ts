import type {Edit, EditorState, Position} from './editor-state.ts';
import {snap} from './graphemes.ts';

function textBetween(lines: readonly string[], start: Position, end: Position): string {
  if (start.line === end.line) return (lines[start.line] ?? '').slice(start.column, end.column);
  const first = (lines[start.line] ?? '').slice(start.column);
  const last = (lines[end.line] ?? '').slice(0, end.column);
  return [first, ...lines.slice(start.line + 1, end.line), last].join('\n');
}

/** Where `text` ends when it begins at `start`. */
function endOf(start: Position, text: string): Position {
  const last = text.lastIndexOf('\n');
  if (last === -1) return {line: start.line, column: start.column + text.length};
  return {line: start.line + text.split('\n').length - 1, column: text.length - last - 1};
}

/** Puts `text` in place of what lies between the two positions. */
function splice(lines: readonly string[], start: Position, end: Position, text: string) {
  const head = (lines[start.line] ?? '').slice(0, start.column);
  const tail = (lines[end.line] ?? '').slice(end.column);
  const middle = `${head}${text}${tail}`.split('\n');
  const next = lines.slice(0, start.line).concat(middle, lines.slice(end.line + 1));
  const stop = endOf(start, text);
  return {lines: next, cursor: {...stop, column: snap(next[stop.line] ?? '', stop.column)}};
}

function isSpace(text: string): boolean {
  return /^\s*$/u.test(text);
}

/** Letters typed or deleted one after the other are one edit; a new word begins a new one. */
function joined(before: Edit, {start, removed, inserted}: Edit): Edit | undefined {
  const end = endOf(before.start, before.inserted);
  if (removed === '' && before.removed === '') {
    const isNext = end.line === start.line && end.column === start.column;
    const beginsWord = isSpace(before.inserted.slice(-1)) && !isSpace(inserted);
    if (!isNext || beginsWord) return undefined;
    return {...before, inserted: before.inserted + inserted};
  }
  if (inserted !== '' || before.inserted !== '' || start.line !== before.start.line)
    return undefined;
  if (start.column + removed.length === before.start.column)
    return {...before, start, removed: removed + before.removed};
  if (start.column === before.start.column) return {...before, removed: before.removed + removed};
  return undefined;
}

/** Puts `text` in place of what lies between two positions, as one thing to undo. */
export function replace(
  state: EditorState,
  start: Position,
  end: Position,
  text: string,
): EditorState {
  const removed = textBetween(state.lines, start, end);
  if (removed === '' && text === '') return state;
  const edit: Edit = {start, removed, inserted: text, cursor: state.cursor};
  const isTyping = !`${removed}${text}`.includes('\n') && removed.length + text.length <= 16;
  const together =
    isTyping && state.isTyping && state.undo ? joined(state.undo.edit, edit) : undefined;
  return {
    ...splice(state.lines, start, end, text),
    wantedCell: undefined,
    undo: together ? {edit: together, earlier: state.undo?.earlier} : {edit, earlier: state.undo},
    redo: undefined,
    isTyping,
  };
}

/** Takes back the latest edit. */
export function undo(state: EditorState): EditorState {
  if (!state.undo) return state;
  const {edit, earlier} = state.undo;
  const {lines} = splice(state.lines, edit.start, endOf(edit.start, edit.inserted), edit.removed);
  return {
    lines,
    cursor: edit.cursor,
    wantedCell: undefined,
    undo: earlier,
    redo: {edit, earlier: state.redo},
    isTyping: false,
  };
}

/** Puts back the edit that was taken back last. */
export function redo(state: EditorState): EditorState {
  if (!state.redo) return state;
  const {edit, earlier} = state.redo;
  return {
    ...splice(state.lines, edit.start, endOf(edit.start, edit.removed), edit.inserted),
    wantedCell: undefined,
    undo: {edit, earlier: state.undo},
    redo: earlier,
    isTyping: false,
  };
}
