import stringWidth from 'string-width';
import {expect, it} from 'vitest';
import {brokenLines} from '../../source/commands/broken-lines.ts';

const line =
  '  Fri 4 Dec   北辰物流 · Customer relationship reporting warehouse · Lee Novak · h059-warehouse';

it('breaks at words, goes on in the column of the text, and loses nothing', () => {
  const broken = brokenLines(line, 40, 14);
  expect(broken.length).toBeGreaterThan(1);
  for (const one of broken) expect(stringWidth(one)).toBeLessThanOrEqual(40);
  for (const one of broken.slice(1)) expect(one).toMatch(/^ {14}\S/u);
  expect(broken.map((one) => one.trim()).join(' ')).toBe(line.trim());
});

it('leaves alone what fits, with its columns, and what is for no terminal', () => {
  expect(brokenLines('  in time    38 d', 40)).toEqual(['  in time    38 d']);
  expect(brokenLines(line, undefined)).toEqual([line]);
  expect(brokenLines(`  ${'a '.repeat(30)}`, 40)[1]).toMatch(/^ {4}a/u);
});
