import {describe, expect, test} from 'vitest';
import {createKeySplitter} from '../../../source/wizard/input/split-keys.ts';
import {alt, ctrl, keys, pasted} from '../../harness/keys.ts';

function split(...pieces: readonly string[]): readonly string[] {
  const splitter = createKeySplitter(() => 0);
  return pieces.flatMap((piece) => splitter.push(piece));
}

describe('keys in one piece', () => {
  test('each letter is a key', () => {
    expect(split('hello\r')).toEqual(['h', 'e', 'l', 'l', 'o', '\r']);
  });

  test('an emoji with a skin tone, a flag and a letter with an accent are one key each', () => {
    expect(split('👍🏽🇫🇷e\u{301}日')).toEqual(['👍🏽', '🇫🇷', 'e\u{301}', '日']);
  });

  test.each([
    ['arrows and Enter', [keys.down, keys.down, keys.enter]],
    ['modified arrows and letters', [keys.ctrlLeft, 'a', keys.shiftTab, 'b']],
    ['SS3 keys', ['\u{1B}OA', '\u{1B}OP', '\u{1B}O1;5P']],
    ['Alt and a key', [alt('b'), alt('é'), alt(keys.backspace), alt('\r')]],
    [
      'keys of rxvt and of the Linux console',
      ['\u{1B}[2$', '\u{1B}[3^', '\u{1B}[[A', '\u{1B}[[5~'],
    ],
    ['Alt and an arrow in rxvt', ['\u{1B}\u{1B}[A', 'x']],
    [
      'kitty keys with event types and text',
      ['\u{1B}[97;5u', '\u{1B}[1;1:3A', '\u{1B}[97;2:1;65u'],
    ],
    ['control characters', [ctrl('a'), ctrl('c'), keys.tab, keys.backspace, keys.backspace]],
    ['a paste between letters', ['a', pasted('one\r\ntwo\u{1B}[A'), 'b', pasted(''), 'c']],
  ])('%s come out one by one', (_, sequence) => {
    expect(split(sequence.join(''))).toEqual(sequence);
  });

  test('a line feed, as Enter before raw mode sends it, is Enter', () => {
    expect(split('yes\n')).toEqual(['y', 'e', 's', '\r']);
  });
});

describe('keys in many pieces', () => {
  const everything = `ab${keys.down}${keys.ctrlLeft}é👍🏽${pasted('x\ny\u{1B}[201z')}${alt('b')}${keys.enter}`;

  test('what Ink joins is the same wherever the input is cut', () => {
    for (let cut = 1; cut < everything.length; cut += 1) {
      const pieces = [everything.slice(0, cut), everything.slice(cut)];
      expect(split(...pieces).join('')).toBe(everything);
    }
  });

  test('a paste is one key wherever the input is cut', () => {
    const paste = pasted('x\ny\u{1B}[201z');
    for (let cut = 3; cut < paste.length; cut += 1)
      expect(split(`a${paste.slice(0, cut)}`, `${paste.slice(cut)}b`)).toEqual(['a', paste, 'b']);
  });

  test('a paste that comes letter by letter is one key', () => {
    const paste = pasted('line\n'.repeat(20));
    const [first, ...rest] = split(...paste.split(''));
    expect([first, ...rest].join('')).toBe(paste);
    expect(rest.at(-1)).toBe(paste.slice(2));
  });

  test('a modified arrow that comes in two pieces is one key', () => {
    expect(split('\u{1B}[1;', '5D')).toEqual([keys.ctrlLeft]);
  });

  test('Esc comes out at once, and what continues it in time stays together', () => {
    expect(split('\u{1B}')).toEqual(['\u{1B}']);
    expect(split('\u{1B}', '[A')).toEqual(['\u{1B}', '[A']);
    expect(split('\u{1B}', '[', '1;5D')).toEqual(['\u{1B}', '[', '1;5D']);
  });

  test('what comes long after Esc is keys of its own', () => {
    let time = 0;
    const splitter = createKeySplitter(() => time);
    expect(splitter.push('\u{1B}')).toEqual(['\u{1B}']);
    time = 50;
    expect(splitter.push('[A')).toEqual(['[', 'A']);
  });
});

test('forgetting an unfinished key leaves the next one whole', () => {
  const splitter = createKeySplitter(() => 0);
  splitter.push('\u{1B}[1');
  expect(splitter.reset()).toEqual([]);
  expect(splitter.push('ab')).toEqual(['a', 'b']);
});

test('an unfinished paste comes out when the terminal is given away', () => {
  const splitter = createKeySplitter(() => 0);
  splitter.push('\u{1B}[200~half of');
  expect(splitter.reset()).toEqual([pasted('half of')]);
  expect(splitter.push('ab')).toEqual(['a', 'b']);
});
