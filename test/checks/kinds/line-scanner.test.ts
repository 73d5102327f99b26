import {Buffer} from 'node:buffer';
import {describe, expect, test} from 'vitest';
import {createLineScanner} from '../../../source/checks/text/line-scanner.ts';

function scan(text: string, patterns: readonly RegExp[], sizes: () => number): string[][] {
  const found: string[][] = patterns.map(() => []);
  const scanner = createLineScanner(
    patterns.map((expression) => ({text: String(expression), expression})),
    (index, line) => found[index]?.push(line),
  );
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length;) {
    const size = Math.max(1, sizes());
    // A copy that is overwritten afterwards, as readers reuse their buffers.
    const chunk = Buffer.from(bytes.subarray(at, at + size));
    scanner.push(chunk);
    chunk.fill(0);
    at += size;
  }
  scanner.end();
  return found;
}

function linesOf(text: string): string[] {
  const lines = text.split('\n');
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
}

describe('a scan in chunks finds what a look at every line finds', () => {
  const patterns = [
    /ERROR|FATAL/,
    /\berror\b/i,
    /^b/,
    /b$/,
    /^$/,
    /a[^b]*c/,
    /a\s+b/,
    /(?<!a)b/,
    /x(?!y)/,
    /é.|ü/u,
    /a.*b/s,
    /[\s\S]b/,
    /./,
  ];
  const words = [
    'a',
    'b',
    'c',
    ' ',
    '\n',
    '\n',
    'ERROR',
    'error',
    'FATAL',
    'é',
    'ü',
    'x',
    'y',
    '\t',
    '\r\n',
    '\r',
  ];

  test.each([1, 2, 3, 4, 5, 6, 7, 8])('text %i', (start) => {
    let seed = start;
    const next = (limit: number) => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return Math.floor((seed / 2_147_483_648) * limit);
    };
    const text = Array.from({length: 2000}, () => words[next(words.length)]).join('');
    const lines = linesOf(text).map((line) => line.replace(/\r$/, ''));
    const expected = patterns.map((pattern) => lines.filter((line) => pattern.test(line)));
    const found = scan(text, patterns, () => next(40));
    expect(found).toEqual(expected);
  });
});

test('a line of many megabytes counts once, and what follows it is found', () => {
  const long = `${'x'.repeat(3_000_000)}ERROR${'y'.repeat(2_000_000)}ERROR`;
  const [errors, ends] = scan(
    `${long}\nnext ERROR\nlast`,
    [/ERROR/, /^(?:next|last)/],
    () => 65_536,
  );
  expect(errors).toHaveLength(2);
  expect(errors?.[1]).toBe('next ERROR');
  expect(ends).toEqual(['next ERROR', 'last']);
});

test('a match across the pieces of a long line is found', () => {
  const [found] = scan(
    `${'x'.repeat(1024 * 1024 - 3)}ERROR${'y'.repeat(10)}`,
    [/ERROR/],
    () => 65_536,
  );
  expect(found).toHaveLength(1);
});
