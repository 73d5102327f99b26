import {cleanText} from './text-lines.ts';

/** A place in the text. `column` counts UTF-16 code units and lies between two graphemes. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** One replacement, with all that is needed to take it back. */
export interface Edit {
  readonly start: Position;
  readonly removed: string;
  readonly inserted: string;
  /** Where the cursor was before. */
  readonly cursor: Position;
}

/** Edits, the latest first. */
export interface History {
  readonly edit: Edit;
  readonly earlier: History | undefined;
}

/** What an editor holds. `lines` has at least one entry and keeps its identity while unchanged. */
export interface EditorState {
  readonly lines: readonly string[];
  readonly cursor: Position;
  /** Cell that moves up and down aim at; only set between such moves. */
  readonly wantedCell: number | undefined;
  readonly undo: History | undefined;
  readonly redo: History | undefined;
  /** Whether the next typed letter may join the latest edit. */
  readonly isTyping: boolean;
}

/** An editor with the cursor at the end of the text. */
export function createEditorState(text: string): EditorState {
  const lines = cleanText(text).split('\n');
  const line = lines.length - 1;
  return {
    lines,
    cursor: {line, column: lines[line]?.length ?? 0},
    wantedCell: undefined,
    undo: undefined,
    redo: undefined,
    isTyping: false,
  };
}

export function textOf({lines}: EditorState): string {
  return lines.join('\n');
}

/** The line of the cursor. */
export function currentLine({lines, cursor}: EditorState): string {
  return lines[cursor.line] ?? '';
}
