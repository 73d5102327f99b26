import {describe, expect, test} from 'vitest';
import {createKeySplitter} from '../../../source/wizard/input/split-keys.ts';
import {alt, ctrl, keys, pasted} from '../../harness/keys.ts';

function split(...pieces: readonly string[]): readonly string[] {
  const splitter = createKeySplitter();
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
    expect(first).toBe(paste);
    expect(rest).toEqual([]);
  });

  test('a modified arrow that comes in two pieces is one key', () => {
    expect(split('\u{1B}[1;', '5D')).toEqual([keys.ctrlLeft]);
  });

  test('Esc waits for what may belong to it, and only for that', () => {
    expect(split('\u{1B}')).toEqual([]);
    expect(split('\u{1B}', '[A')).toEqual([keys.up]);
    expect(split('\u{1B}', '[', '1;5D')).toEqual([keys.ctrlLeft]);
    expect(split('\u{1B}', 'j')).toEqual(['\u{1B}', 'j']);
    expect(split('\u{1B}', keys.down)).toEqual(['\u{1B}', keys.down]);
    expect(split('\u{1B}\u{1B}j')).toEqual(['\u{1B}', alt('j')]);
  });
});

describe('what stays unfinished', () => {
  test.each([
    ['Esc', '\u{1B}', ['\u{1B}']],
    ['Esc twice', '\u{1B}\u{1B}', ['\u{1B}', '\u{1B}']],
    ['Alt+[', '\u{1B}[', ['\u{1B}[']],
    ['Alt+O', '\u{1B}O', ['\u{1B}O']],
    ['Alt+]', '\u{1B}]', ['\u{1B}]']],
    ['the beginning of a key', '\u{1B}[1;5', []],
    ['the beginning of a mouse report', '\u{1B}[M !', []],
    ['the beginning of a paste', '\u{1B}[200~half of', [pasted('half of')]],
    ['a paste that has lost one byte of its end', '\u{1B}[200~all\u{1B}[201', [pasted('all')]],
    ['an empty paste', '\u{1B}[200~', []],
    ['the beginning of an answer', '\u{1B}]11;rgb:1e1e', []],
    ['an answer without the second half of its end', '\u{1B}]11;rgb:1e1e\u{1B}', ['\u{1B}']],
  ])('%s comes out as it was meant, and the next key is whole', (_, begun, expected) => {
    const splitter = createKeySplitter();
    expect(splitter.push(begun)).toEqual([]);
    expect(splitter.unfinished()).toBeDefined();
    expect(splitter.end()).toEqual(expected);
    expect(splitter.unfinished()).toBeUndefined();
    expect(splitter.push('ab')).toEqual(['a', 'b']);
  });

  test('a key that no terminal has, and an answer without end, are over after a bounded size', () => {
    expect(split(`\u{1B}[${'1;'.repeat(40)}`, 'a')).toEqual(['a']);
    const splitter = createKeySplitter();
    const answer = '\u{1B}]52;c;'.padEnd(4096, 'x');
    expect(splitter.push(answer)).toEqual([]);
    for (let piece = 0; piece < 20; piece += 1) splitter.push('x'.repeat(4096));
    expect(splitter.unfinished()).toBeUndefined();
  });

  test.each([
    ['a paste', '\u{1B}[200~host', [pasted('host'), ctrl('c')]],
    ['a key', '\u{1B}[1;', [ctrl('c')]],
    ['an answer', '\u{1B}]11;rgb:', [ctrl('c')]],
    ['a mouse report', '\u{1B}[M', ['\u{1B}[M', ctrl('c')]],
  ])('Ctrl+C is heard within %s', (_, begun, expected) => {
    expect(split(begun, ctrl('c'))).toEqual(expected);
  });

  test('Ctrl+C inside a paste that has its end is text of the paste', () => {
    expect(split(pasted(`a${ctrl('c')}b`))).toEqual([pasted(`a${ctrl('c')}b`)]);
  });
});

describe('what the terminal says by itself', () => {
  const answers = [
    ['a colour, ended by BEL', '\u{1B}]11;rgb:1e1e/1e1e/2e2e\u{7}'],
    ['a colour, ended by ST', '\u{1B}]11;rgb:1e1e/1e1e/2e2e\u{1B}\\'],
    ['a title in other letters', '\u{1B}]lñ日本\u{1B}\\'],
    ['DCS', '\u{1B}P1+r544e=787465726d\u{1B}\\'],
    ['DCS, ended by BEL', '\u{1B}P>|xterm(400)\u{7}'],
    ['APC', '\u{1B}_Gi=31;OK\u{1B}\\'],
    ['PM', '\u{1B}^private\u{1B}\\'],
    ['SOS', '\u{1B}Xstring x y\u{1B}\\'],
    ['OSC of one character', '\u{9D}11;rgb:0/0/0\u{7}'],
    ['an X10 mouse report', '\u{1B}[M !!'],
    ['an X10 mouse report far to the right', '\u{1B}[M#\u{7F}\u{FFFD}'],
  ] as const;

  test.each(answers)('%s is swallowed whole', (_, answer) => {
    expect(split(`a${answer}b`)).toEqual(['a', 'b']);
  });

  test.each(answers)('%s is swallowed wherever it is cut', (_, answer) => {
    for (let cut = 1; cut < answer.length; cut += 1)
      expect(split(`a${answer.slice(0, cut)}`, `${answer.slice(cut)}b`)).toEqual(['a', 'b']);
    expect(split('a', ...answer.split(''), 'b')).toEqual(['a', 'b']);
  });

  test('two answers and a key between them', () => {
    expect(split(`${answers[0][1]}x${answers[1][1]}${answers[9][1]}y`)).toEqual(['x', 'y']);
  });

  test('another escape ends an answer that has lost its end', () => {
    expect(split(`\u{1B}]11;rgb:1e${keys.up}b`)).toEqual([keys.up, 'b']);
  });
});
