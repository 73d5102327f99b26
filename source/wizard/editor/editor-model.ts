import {redo, replace, undo} from './edits.ts';
import {currentLine, type EditorState} from './editor-state.ts';
import {motion, type Motion} from './motions.ts';
import {cleanText} from './text-lines.ts';
import type {Area} from './viewport.ts';

/** What a key does to the text. `delete` removes what lies between the cursor and a motion's end. */
export type EditorCommand =
  | {readonly type: 'insert'; readonly text: string}
  | {readonly type: 'delete'; readonly to: Motion}
  | {readonly type: 'move'; readonly to: Motion}
  | {readonly type: 'undo'}
  | {readonly type: 'redo'};

/**
 * The editor after a command. `area` is the room the text is drawn in: moves up and down go by the
 * rows on the screen.
 */
export function reduceEditor(state: EditorState, command: EditorCommand, area: Area): EditorState {
  switch (command.type) {
    case 'insert':
      return replace(state, state.cursor, state.cursor, cleanText(command.text));
    case 'delete': {
      const {cursor} = state;
      // At the end of a line, deleting to the end of it takes the line break, as in other editors.
      const isAtEnd = cursor.column === currentLine(state).length;
      const to = command.to === 'lineEnd' && isAtEnd ? 'right' : command.to;
      const target = motion(state, to, area).cursor;
      const isBack =
        target.line < cursor.line || (target.line === cursor.line && target.column < cursor.column);
      return isBack ? replace(state, target, cursor, '') : replace(state, cursor, target, '');
    }
    case 'move':
      return {...state, ...motion(state, command.to, area), isTyping: false};
    case 'undo':
      return undo(state);
    default:
      return redo(state);
  }
}
