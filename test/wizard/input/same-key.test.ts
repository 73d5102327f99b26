import {expect, test} from 'vitest';
import {asInkReads} from '../../../source/wizard/input/same-key.ts';
import {alt, ctrl, keys} from '../../harness/keys.ts';

test.each([
  ['Shift+Tab of the Linux console', '\u{1B}\t', keys.shiftTab],
  ['Ctrl+S by modifyOtherKeys', '\u{1B}[27;5;115~', ctrl('s')],
  ['Ctrl+C by modifyOtherKeys', '\u{1B}[27;5;99~', ctrl('c')],
  ['Ctrl+C of kitty', '\u{1B}[99;5u', ctrl('c')],
  ['Shift+Tab by modifyOtherKeys', '\u{1B}[27;2;9~', '\u{1B}[9;2u'],
  ['a letter of kitty', '\u{1B}[97u', '\u{1B}[97;1u'],
  ['a digit of the keypad', '\u{1B}Op', '0'],
  ['the last digit of the keypad', '\u{1B}Oy', '9'],
  ['signs of the keypad', '\u{1B}Oj', '*'],
  ['the dot of the keypad', '\u{1B}On', '.'],
  ['Enter of the keypad', '\u{1B}OM', '\u{1B}OM'],
  ['a digit of kitty’s keypad', '\u{1B}[57400u', '1'],
  ['an arrow', keys.up, keys.up],
  ['an arrow in application mode', '\u{1B}OA', '\u{1B}OA'],
  ['Alt and a letter', alt('b'), alt('b')],
  ['a letter', 'x', 'x'],
])('%s', (_, sent, read) => {
  expect(asInkReads(sent)).toBe(read);
});
