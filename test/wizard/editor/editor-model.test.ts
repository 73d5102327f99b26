import {describe, expect, test} from 'vitest';
import {reduceEditor, type EditorCommand} from '../../../source/wizard/editor/editor-model.ts';
import {
  createEditorState,
  textOf,
  type EditorState,
} from '../../../source/wizard/editor/editor-state.ts';
import type {Motion} from '../../../source/wizard/editor/motions.ts';

const area = {width: 10, height: 4};

function run(state: EditorState, ...commands: readonly EditorCommand[]): EditorState {
  return commands.reduce((before, command) => reduceEditor(before, command, area), state);
}

function move(...motions: readonly Motion[]): readonly EditorCommand[] {
  return motions.map((to) => ({type: 'move', to}));
}

function type(text: string): readonly EditorCommand[] {
  return Array.from(text, (letter) => ({type: 'insert', text: letter}));
}

function erase(to: Motion): EditorCommand {
  return {type: 'delete', to};
}

/** The text with a bar where the cursor is. */
function shown({lines, cursor}: EditorState): string {
  const line = lines[cursor.line] ?? '';
  const marked = `${line.slice(0, cursor.column)}|${line.slice(cursor.column)}`;
  return lines.with(cursor.line, marked).join('\n');
}

/** An editor with the cursor where the bar is. */
function at(text: string): EditorState {
  const [before = ''] = text.split('|');
  const lines = before.split('\n');
  const cursor = {line: lines.length - 1, column: lines.at(-1)?.length ?? 0};
  return {...createEditorState(text.replace('|', '')), cursor};
}

describe('inserting', () => {
  test('a paste keeps lines and tabs, and drops what a terminal would act on', () => {
    const state = run(at('[|]'), {
      type: 'insert',
      text: 'a\r\nb\rc\n\td\u{1B}[31m\u{0}\u{9B}e\u{7F}',
    });
    expect(shown(state)).toBe('[a\nb\nc\n\td[31me|]');
  });

  test('an accent typed after its letter leaves the cursor behind both', () => {
    expect(shown(run(at('e|f'), {type: 'insert', text: '\u{301}'}))).toBe('e\u{301}|f');
  });

  test('a letter typed before a stray accent does not leave the cursor inside', () => {
    expect(shown(run(at('|\u{301}x'), {type: 'insert', text: 'e'}))).toBe('e\u{301}|x');
  });
});

describe('deleting', () => {
  test.each<[string, Motion, string, string]>([
    ['a whole emoji', 'left', 'a👍🏽|b', 'a|b'],
    ['a letter with its accent', 'right', '|e\u{301}b', '|b'],
    ['the line break before', 'left', 'one\n|two', 'one|two'],
    ['the line break behind', 'right', 'one|\ntwo', 'one|two'],
    ['the word before', 'wordLeft', 'one two, |three', 'one |three'],
    ['the word before, over a line break', 'wordLeft', 'one two\n |three', 'one |three'],
    ['the word behind', 'wordRight', 'one| two three', 'one| three'],
    ['to the start of the line', 'lineStart', 'one\ntwo th|ree', 'one\n|ree'],
    ['to the end of the line', 'lineEnd', 'one t|wo\nthree', 'one t|\nthree'],
    ['the line break at the end of a line', 'lineEnd', 'one|\nthree', 'one|three'],
    ['nothing at the start of the text', 'left', '|one', '|one'],
    ['nothing at the end of the text', 'right', 'one|', 'one|'],
  ])('%s', (_, to, before, after) => {
    expect(shown(run(at(before), erase(to)))).toBe(after);
  });
});

describe('moving', () => {
  test.each<[string, readonly Motion[], string, string]>([
    ['over a flag', ['left'], 'a🇫🇷|', 'a|🇫🇷'],
    ['over a line break', ['right'], 'a|\nb', 'a\n|b'],
    ['by words', ['wordRight', 'wordRight'], '|one, two_2 x', 'one, two_2| x'],
    ['by words, back over lines', ['wordLeft', 'wordLeft'], 'one\n\n  two|', '|one\n\n  two'],
    [
      'down and up keep the cell over a short line',
      ['down', 'down'],
      'abcd|ef\nx\nabcdef',
      'abcdef\nx\nabcd|ef',
    ],
    [
      'up by the rows on the screen',
      ['up'],
      'one two three four f|ive',
      'one two three| four five'.replace('three| four', 't|hree four'),
    ],
    ['down aims at cells, not characters', ['down'], '日本|語\nabcdefgh', '日本語\nabcd|efgh'],
    ['up in the first row goes to the start', ['up'], 'ab|c', '|abc'],
    ['down in the last row goes to the end', ['down'], 'ab|c', 'abc|'],
    ['a page down', ['pageDown'], '|1\n2\n3\n4\n5', '1\n2\n3\n|4\n5'],
    ['a page up', ['pageUp'], '1\n2\n3\n4\n5|', '1\n2|\n3\n4\n5'],
    ['to the ends of the line', ['lineStart'], 'a\nb c|', 'a\n|b c'],
    ['to the ends of the text', ['textStart'], 'a\nb c|', '|a\nb c'],
  ])('%s', (_, motions, before, after) => {
    expect(shown(run(at(before), ...move(...motions)))).toBe(after);
  });
});

describe('undo', () => {
  const undo: EditorCommand = {type: 'undo'};
  const redo: EditorCommand = {type: 'redo'};

  test('takes typed text back word by word, and redo puts it back', () => {
    const typed = run(createEditorState(''), ...type('one two'));
    expect(shown(run(typed, undo))).toBe('one |');
    expect(shown(run(typed, undo, undo))).toBe('|');
    expect(shown(run(typed, undo, undo, undo, redo, redo, redo))).toBe('one two|');
  });

  test('takes a paste, a run of deletes and a joined line back as a whole each', () => {
    const pasted = run(at('[|]'), {type: 'insert', text: '1\n2\n3'});
    expect(shown(run(pasted, undo))).toBe('[|]');
    const deleted = run(
      at('abc|def'),
      erase('left'),
      erase('left'),
      erase('right'),
      erase('right'),
    );
    expect(shown(run(deleted, undo))).toBe('abc|def');
    expect(shown(run(at('a\n|b'), erase('left'), undo))).toBe('a\n|b');
  });

  test('a move between letters begins a new thing to take back', () => {
    const state = run(
      createEditorState(''),
      ...type('ab'),
      ...move('left', 'right'),
      ...type('cd'),
    );
    expect(shown(run(state, undo))).toBe('ab|');
  });

  test('a change after undo forgets what could be put back', () => {
    const state = run(createEditorState(''), ...type('ab'), undo, ...type('x'), redo);
    expect(shown(state)).toBe('x|');
  });

  test('any run of changes comes back to its beginning', () => {
    const commands: readonly EditorCommand[] = [
      ...type('wide 日本 e\u{301}'),
      {type: 'insert', text: 'three\nlines\nof it'},
      ...move('up', 'wordLeft'),
      erase('wordLeft'),
      erase('lineEnd'),
      ...type('x y'),
      erase('textStart'),
      {type: 'insert', text: '\n'},
    ];
    let state = run(createEditorState('begin'), ...commands);
    const end = textOf(state);
    while (state.undo) state = run(state, undo);
    expect(textOf(state)).toBe('begin');
    while (state.redo) state = run(state, redo);
    expect(textOf(state)).toBe(end);
  });
});
