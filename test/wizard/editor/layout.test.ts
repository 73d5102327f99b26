import stringWidth from 'string-width';
import {describe, expect, test} from 'vitest';
import {columnAt, drawRow, wrapLine} from '../../../source/wizard/editor/layout.ts';
import {createEditorState} from '../../../source/wizard/editor/editor-state.ts';
import {rowsInView, scrollTo, topOfText} from '../../../source/wizard/editor/viewport.ts';

function rows(line: string, width: number): readonly string[] {
  return wrapLine(line, width).map((row) => line.slice(row.start, row.end));
}

describe('wrapping', () => {
  test('breaks after a space, and lets one space hang over the edge', () => {
    expect(rows('hello world again', 11)).toEqual(['hello world ', 'again']);
    expect(rows('hello world', 5)).toEqual(['hello ', 'world']);
  });

  test('gives the cursor a row of its own behind a hanging space', () => {
    expect(rows('hello ', 5)).toEqual(['hello ', '']);
    expect(rows('日本 ', 4)).toEqual(['日本 ', '']);
  });

  test('breaks a word only when it alone is too long', () => {
    expect(rows('a abcdefgh b', 5)).toEqual(['a ', 'abcde', 'fgh b']);
    expect(rows('é abcdefgh b', 5)).toEqual(['é ', 'abcde', 'fgh b']);
  });

  test('breaks beside wide characters and never inside one', () => {
    expect(rows('日本語テキスト', 5)).toEqual(['日本', '語テ', 'キス', 'ト']);
    expect(rows('ab日本', 5)).toEqual(['ab日', '本']);
  });

  test('keeps accents and joined emoji together', () => {
    expect(rows('e\u{301}e\u{301}e\u{301}', 2)).toEqual(['e\u{301}e\u{301}', 'e\u{301}']);
    expect(rows('👩‍👩‍👧👍🏽', 2)).toEqual(['👩‍👩‍👧', '👍🏽']);
  });

  test.each([
    'plain words of several lengths ',
    '日本 mixed テキ text ',
    'x'.repeat(30),
    '\ta\t\tbc d\t',
  ])('covers every character once and no row is wider than it may: %j', (piece) => {
    const line = piece.repeat(40);
    for (const width of [2, 3, 7, 20, 79]) {
      const found = wrapLine(line, Math.max(4, width));
      expect(found.map(({start, end}) => line.slice(start, end)).join('')).toBe(line);
      for (const row of found)
        expect(stringWidth(drawRow(line, row)[0])).toBeLessThanOrEqual(Math.max(4, width) + 1);
    }
  });
});

describe('drawing', () => {
  test('a tab reaches to the next stop', () => {
    expect(drawRow('a\tb\t\tc', {start: 0, end: 7})[0]).toBe('a   b       c');
  });

  test('the cursor stands on a cell, a whole tab, or a blank at the end', () => {
    expect(drawRow('ab', {start: 0, end: 2}, 1)).toEqual(['a', 'b', '']);
    expect(drawRow('a\tb', {start: 0, end: 3}, 1)).toEqual(['a', '   ', 'b']);
    expect(drawRow('ab', {start: 0, end: 2}, 2)).toEqual(['ab', ' ', '']);
  });

  test('a cell inside a wide character is that character', () => {
    expect(columnAt('日本', {start: 0, end: 2}, 3)).toBe(1);
  });
});

describe('scrolling', () => {
  const area = {width: 10, height: 3};
  const lines = Array.from({length: 9}, (_, index) => `line ${index}`);
  const state = (line: number) => ({
    ...createEditorState(lines.join('\n')),
    cursor: {line, column: 0},
  });

  test('moves only as far as the cursor needs', () => {
    expect(scrollTo(state(2), topOfText, area)).toEqual({line: 0, row: 0});
    expect(scrollTo(state(3), topOfText, area)).toEqual({line: 1, row: 0});
    expect(scrollTo(state(4), {line: 5, row: 0}, area)).toEqual({line: 4, row: 0});
    expect(scrollTo(state(6), {line: 5, row: 0}, area)).toEqual({line: 5, row: 0});
  });

  test('leaves no empty rows below the text when there is more above', () => {
    expect(scrollTo(state(8), {line: 8, row: 0}, area)).toEqual({line: 6, row: 0});
  });

  test('begins inside a line that is higher than the view', () => {
    const long = createEditorState('word '.repeat(20).trimEnd());
    const top = scrollTo(long, topOfText, area);
    expect(top).toEqual({line: 0, row: 7});
    expect(rowsInView(long.lines, top, area).map(({row}) => row)).toEqual([7, 8, 9]);
  });
});
