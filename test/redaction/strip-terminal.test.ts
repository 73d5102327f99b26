import {Buffer} from 'node:buffer';
import {describe, expect, test} from 'vitest';
import {showControls, stripTerminal} from '../../source/redaction/strip-terminal.ts';

describe('terminal output is made plain', () => {
  test.each([
    ['colours', '\u001B[31mred\u001B[0m \u001B[38;5;1mx\u001B[38:2::1:2:3my', 'red xy'],
    ['cursor moves and clearing', 'a\u001B[2J\u001B[1;1H\u001B[?25lb\u001B[!pc', 'abc'],
    ['a title ended by BEL', 'a\u001B]0;owned\u0007b', 'ab'],
    ['a title ended by ST', 'a\u001B]0;owned\u001B\\b', 'ab'],
    ['a title ended by 8-bit ST', 'a\u009D0;owned\u009Cb', 'ab'],
    ['a link', '\u001B]8;;http://evil\u0007text\u001B]8;;\u0007', 'text'],
    ['a clipboard write never ended', 'a\u001B]52;c;ZXZpbA==', 'a'],
    ['a string never ended keeps the next line', 'a\u001B]52;c;ZXZ\nnext', 'a\nnext'],
    ['a string cut short by an escape', 'a\u001B]0;x\u001B[31mb', 'ab'],
    ['a device control string', 'a\u001BP1$r0m\u001B\\b', 'ab'],
    ['an application command', 'a\u001B_Gf=100;AAAA\u001B\\b', 'ab'],
    ['a privacy message', 'a\u001B^x\u001B\\b', 'ab'],
    ['a start of string', 'a\u001BXx\u001B\\b', 'ab'],
    ['8-bit CSI', 'a\u009B31mb', 'ab'],
    [
      '8-bit DCS, SOS, PM and APC',
      'a\u0090x\u009Cb\u0098x\u009Cc\u009Ex\u009Cd\u009Fx\u009Ce',
      'abcde',
    ],
    ['a full reset and character sets', 'a\u001Bcb\u001B(0c\u001B#8d', 'abcd'],
    ['a lone escape at the end', 'a\u001B', 'a'],
    ['escapes in a row', 'a\u001B\u001B\u001B[1mb', 'ab'],
    ['an unfinished CSI at the end', 'a\u001B[12;', 'a'],
    ['bells, NUL and DEL', 'a\u0007\u0000\u007Fb', 'ab'],
    ['shift out', 'a\u000Eb\u000F', 'ab'],
    ['backspaces', 'ab\b\bc', 'abc'],
    ['CRLF', 'a\r\nb\r\n', 'a\nb\n'],
    ['CR CR LF', 'a\r\r\nb', 'a\nb'],
    ['a progress line', '10%\r50%\r100%\ndone', '100%\ndone'],
    ['a line that ends in CR', 'busy\r', 'busy'],
    ['bidirectional overrides', 'a\u202Etxt.exe\u202C\u2066b\u2069', 'atxt.exeb'],
    ['invalid UTF-8', Buffer.from([0x61, 0xff, 0x9b, 0x62]).toString(), 'a\uFFFD\uFFFDb'],
    ['a lone surrogate', 'a\uD800b', 'a\uFFFDb'],
    ['line feeds, tabs and other scripts stay', 'α\tβ\nשלום 🧭', 'α\tβ\nשלום 🧭'],
  ])('%s', (_name, hostile, plain) => {
    expect(stripTerminal(hostile)).toBe(plain);
  });

  test('nothing is put together from what is taken out', () => {
    const bytes = [
      '\u001B',
      '[',
      ']',
      '3',
      'm',
      '\u0007',
      '\r',
      '\n',
      '\u009B',
      '\\',
      'P',
      '\u009C',
      'x',
    ];
    let seed = 7;
    const next = () => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return seed;
    };
    for (let round = 0; round < 3000; round += 1) {
      const hostile = Array.from({length: 14}, () => bytes[next() % bytes.length]).join('');
      const plain = stripTerminal(hostile);
      // oxlint-disable-next-line no-control-regex
      expect(plain).not.toMatch(/[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/);
      expect(stripTerminal(plain)).toBe(plain);
    }
  });

  test('a megabyte of unfinished strings ends before the test times out', () => {
    expect(stripTerminal('\u001B]'.repeat(500_000))).toBe('');
    expect(stripTerminal('\u001B]\n'.repeat(300_000))).toBe('\n'.repeat(300_000));
    expect(stripTerminal('\u001B[1'.repeat(300_000))).toBe('');
  });
});

test('a command to be trusted shows its hidden characters', () => {
  expect(showControls('rm -rf x\rtrue \u001B[8m\u202E\nexit')).toBe(
    String.raw`rm -rf x\u000dtrue \u001b[8m\u202e ⏎ exit`,
  );
});
