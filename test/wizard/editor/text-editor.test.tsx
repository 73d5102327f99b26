import {createRef} from 'react';
import {expect, test} from 'vitest';
import {TextEditor, type TextEditorHandle} from '../../../source/wizard/editor/text-editor.tsx';
import {alt, ctrl, keys} from '../../harness/keys.ts';
import {openScreen} from '../../harness/screen.ts';

/** Keeps texts when the test says so. */
function createShelf() {
  const waiting: {text: string; keep: () => void; refuse: (reason: string) => void}[] = [];
  const problems: string[] = [];
  return {
    waiting,
    problems,
    onProblem: (error: Error) => problems.push(error.message),
    onKeep: (text: string) =>
      new Promise<void>((resolve, reject) => {
        waiting.push({text, keep: resolve, refuse: (reason) => reject(new Error(reason))});
      }),
  };
}

const atOnce = (): Promise<void> => Promise.resolve();

async function openEditor(props: Partial<Parameters<typeof TextEditor>[0]> = {}) {
  const ref = createRef<TextEditorHandle>();
  const screen = await openScreen(
    <TextEditor
      ref={ref}
      initialText=""
      width={20}
      height={4}
      isActive
      onKeep={atOnce}
      {...props}
    />,
    {cols: 20, rows: 8},
  );
  return {screen, settle: () => ref.current?.settle()};
}

test('nothing is shown before it has been kept, and what comes meanwhile goes together', async () => {
  const shelf = createShelf();
  const {screen, settle} = await openEditor(shelf);
  await using _ = screen;
  await screen.press('a');
  await screen.press('bcd');
  expect(shelf.waiting.map(({text}) => text)).toEqual(['a']);
  expect(screen.screenText()[0]).toBe('');

  shelf.waiting[0]?.keep();
  await screen.waitFor('a');
  expect(screen.screenText()[0]).toBe('a');
  expect(shelf.waiting.map(({text}) => text)).toEqual(['a', 'abcd']);

  const settled = settle();
  shelf.waiting[1]?.keep();
  expect(await settled).toBe('abcd');
  await screen.waitFor('abcd');
});

test('a text that cannot be kept stays in memory and is tried again on the next key', async () => {
  const shelf = createShelf();
  const {screen, settle} = await openEditor(shelf);
  await using _ = screen;
  await screen.press('ab');
  shelf.waiting[0]?.refuse('The disk is full.');
  await screen.settle();
  shelf.waiting[1]?.refuse('The disk is still full.');
  await screen.settle();
  expect(shelf.problems).toEqual(['The disk is still full.']);
  expect(screen.screenText()[0]).toBe('');

  const failing = settle();
  await screen.settle();
  shelf.waiting[2]?.refuse('No room.');
  await expect(failing).rejects.toThrow('No room.');

  await screen.press('c');
  expect(shelf.waiting[3]?.text).toBe('abc');
  shelf.waiting[3]?.keep();
  await screen.waitFor('abc');
  expect(await settle()).toBe('abc');
});

test('a text that nobody changed is given back as it came', async () => {
  const {screen, settle} = await openEditor({initialText: 'one\r\ntwo\u{7}'});
  await using _ = screen;
  await screen.press(keys.up, keys.home);
  expect(await settle()).toBe('one\r\ntwo\u{7}');
});

test('the keys of a good terminal editor do what they do there', async () => {
  const {screen, settle} = await openEditor();
  await using _ = screen;
  await screen.press(
    'one two three',
    ctrl('a'),
    'X',
    ctrl('e'),
    'Y',
    ctrl('w'),
    alt('b'),
    ctrl('k'),
  );
  expect(await settle()).toBe('Xone ');
  await screen.press(ctrl('_'), ctrl('_'), ctrl('y'), keys.enter, 'next', keys.ctrlHome, ctrl('d'));
  expect(await settle()).toBe('one two \nnext');
  await screen.press(keys.ctrlEnd, ctrl('u'), keys.ctrlLeft, alt('d'), keys.backspace, keys.tab);
  expect(await settle()).toBe('one\t \n');
});

test('keys that belong to the screen leave the text alone', async () => {
  const {screen, settle} = await openEditor({initialText: 'text'});
  await using _ = screen;
  await screen.press(
    ctrl('s'),
    ctrl('x'),
    ctrl('g'),
    ctrl('c'),
    keys.shiftTab,
    '\u{1B}OP',
    alt('q'),
  );
  await screen.press(keys.escape);
  expect(await settle()).toBe('text');
});

test('a bar tells where the rows in view lie in a longer text', async () => {
  const text = Array.from({length: 12}, (_, index) => `line ${index}`).join('\n');
  const {screen} = await openEditor({initialText: text});
  await using _ = screen;
  const bar = (): string =>
    screen
      .screenText()
      .slice(0, 4)
      .map((row) => row.padEnd(20)[19])
      .join('');
  expect(screen.screenText()[3]).toMatch(/^line 11 +█$/u);
  expect(bar()).toBe('░░░█');
  await screen.press(keys.ctrlHome);
  expect(bar()).toBe('█░░░');
  await screen.press(keys.pageDown, keys.pageDown);
  expect(bar()).toBe('░█░░');
});

test('the cursor is drawn even without colours, and only in the active editor', async () => {
  const {screen} = await openEditor({initialText: 'ab'});
  await using _ = screen;
  await screen.press(keys.left);
  const cellAt = (x: number) => screen.terminal.buffer.active.getLine(0)?.getCell(x);
  expect([0, 1, 2].map((x) => cellAt(x)?.isInverse() !== 0)).toEqual([false, true, false]);

  await using other = (await openEditor({initialText: 'ab', isActive: false})).screen;
  const cells = [0, 1, 2].map((x) => other.terminal.buffer.active.getLine(0)?.getCell(x));
  expect(cells.map((cell) => cell?.isInverse())).toEqual([0, 0, 0]);
});

test('an empty editor says what it is for', async () => {
  const {screen} = await openEditor({placeholder: 'Say how it is restarted'});
  await using _ = screen;
  expect(screen.screenText().slice(0, 2)).toEqual(['Say how it is', 'restarted']);
  await screen.press('x');
  expect(screen.screenText().slice(0, 2)).toEqual(['x', '']);
});

test('editing stays quick in 5,000 lines and in a line of 10 kB', async () => {
  const {screen, settle} = await openEditor();
  await using _ = screen;
  const text = `${'line\n'.repeat(5000)}${'日本 word e\u{301} '.repeat(800)}`;
  await screen.paste(text);
  await screen.press('x'.repeat(50), keys.up.repeat(20), keys.ctrlHome, 'y');
  expect(await settle()).toBe(`y${text}${'x'.repeat(50)}`);
});
