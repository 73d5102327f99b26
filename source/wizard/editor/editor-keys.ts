import type {Key} from 'ink';
import type {EditorCommand} from './editor-model.ts';
import type {Motion} from './motions.ts';

function move(to: Motion): EditorCommand {
  return {type: 'move', to};
}

function erase(to: Motion): EditorCommand {
  return {type: 'delete', to};
}

const withCtrl: Readonly<Record<string, EditorCommand>> = {
  a: move('lineStart'),
  e: move('lineEnd'),
  b: move('left'),
  f: move('right'),
  p: move('up'),
  n: move('down'),
  d: erase('right'),
  h: erase('left'),
  k: erase('lineEnd'),
  u: erase('lineStart'),
  w: erase('wordLeft'),
  _: {type: 'undo'},
  y: {type: 'redo'},
};

const withAlt: Readonly<Record<string, EditorCommand>> = {
  b: move('wordLeft'),
  f: move('wordRight'),
  d: erase('wordRight'),
};

function specialKey(key: Key): EditorCommand | undefined {
  const isByWord = key.ctrl || key.meta;
  if (key.leftArrow) return move(isByWord ? 'wordLeft' : 'left');
  if (key.rightArrow) return move(isByWord ? 'wordRight' : 'right');
  if (key.upArrow) return move('up');
  if (key.downArrow) return move('down');
  if (key.pageUp) return move('pageUp');
  if (key.pageDown) return move('pageDown');
  if (key.home) return move(key.ctrl ? 'textStart' : 'lineStart');
  if (key.end) return move(key.ctrl ? 'textEnd' : 'lineEnd');
  if (key.backspace) return erase(isByWord ? 'wordLeft' : 'left');
  if (key.delete) return erase(isByWord ? 'wordRight' : 'right');
  if (key.return) return {type: 'insert', text: '\n'};
  return undefined;
}

/**
 * What a key of Ink's `useInput` does in an editor; undefined for a key that is not the editor's:
 * Esc, Shift+Tab, function keys, and Ctrl and Alt with letters that are not listed here, such as
 * Ctrl+C, G, S and X, belong to the screen.
 */
export function editorCommand(input: string, key: Key): EditorCommand | undefined {
  if (key.eventType === 'release' || key.super || key.hyper || key.escape) return undefined;
  const special = specialKey(key);
  if (special) return special;
  if (key.tab) return key.shift ? undefined : {type: 'insert', text: '\t'};
  if (key.ctrl) return withCtrl[input.toLowerCase()];
  if (key.meta) return withAlt[input.toLowerCase()];
  return input === '' ? undefined : {type: 'insert', text: input};
}

/** The same for an editor in a form, whose Tab goes to the next field and Ctrl+N to its reason. */
export function formFieldCommand(input: string, key: Key): EditorCommand | undefined {
  return key.tab || (key.ctrl && input === 'n') ? undefined : editorCommand(input, key);
}

const vertical: ReadonlySet<Motion> = new Set(['up', 'down', 'pageUp', 'pageDown']);

/** The same for a field of one line: Enter, Tab and moves up and down are left to the form. */
export function fieldCommand(input: string, key: Key): EditorCommand | undefined {
  if (key.return || key.tab) return undefined;
  const command = editorCommand(input, key);
  return command?.type === 'move' && vertical.has(command.to) ? undefined : command;
}
