import {describe, expect, it, test} from 'vitest';
import {programNotFound} from '../../source/programs/missing-program.ts';
import {redactSecrets} from '../../source/redaction/redact-secrets.ts';
import {stripTerminal} from '../../source/redaction/strip-terminal.ts';
import type {Hit, Rule} from '../../source/redaction/engine/secret-rule.ts';
import {createScan} from '../../source/redaction/engine/scan.ts';
import {readingsOf} from '../../source/redaction/engine/readings.ts';
import {rules} from '../../source/redaction/rules/rules.ts';

/** Pieces that hold a rule up, over and over: names, openings, escapes, tables. */
const pieces = [
  'password',
  'password: ',
  'password="',
  '"password",',
  'password,\n',
  'password:\n  ',
  '| password |\n|--|\n',
  '<password>',
  '"name":"password","value":"',
  'kind: Secret\n',
  'token=',
  'key ',
  'mysql -h "',
  'curl -u a',
  '://a:',
  'eyJa',
  '-----BEGIN PRIVATE KEY-----\n',
  'AAAAAAAAAAAAAAAAAAAAAAAA\n',
  'cGFzc3dvcmQ6IGh1bnRlcjI=\n',
  '%70%61',
  '\\\\',
  'p a s s w o r d ',
];

/** The rules, and how often they are asked; each looks at a bounded part of the text. */
function counting() {
  const count = {asked: 0};
  const watched = rules.map((rule): Rule => ({
    ...rule,
    find(hit: Hit) {
      count.asked += 1;
      return rule.find(hit);
    },
  }));
  return {scan: createScan(watched), count};
}

describe('hostile text costs as much as it is long', () => {
  it.each(pieces)('%j', (piece) => {
    const asked = [2000, 4000].map((times) => {
      const {scan, count} = counting();
      scan(piece.repeat(times));
      return count.asked;
    });
    const [less = 0, more = 0] = asked;
    expect(more).toBeLessThanOrEqual(2.2 * less + 100);
  });

  it('what is read anew is never longer than what was there', () => {
    for (const piece of pieces) {
      const text = piece.repeat(3000);
      const read = [...readingsOf(text)].reduce((sum, reading) => sum + reading.text.length, 0);
      expect(read).toBeLessThanOrEqual(2 * text.length);
    }
  });
});

/** What holds up a search that goes back: long runs that end otherwise, and beginnings without an end. */
const runs = [
  '\r',
  '\n',
  ' ',
  '"',
  '=',
  'a',
  '@',
  '[redacted: ',
  '{{',
  'a: not found ',
  '| password |\n',
  'Authorization: digest ',
  'password: ""',
];

test.each(runs)('a megabyte of %j comes to an end', {timeout: 120_000}, async (run) => {
  const text = `${run.repeat(1_000_000 / run.length)}x`;
  // A pattern that goes back for each place needs hours for it.
  expect(stripTerminal(text).length).toBeLessThanOrEqual(text.length);
  expect(programNotFound(text)).toBeUndefined();
  await expect(redactSecrets(text)).resolves.toBeDefined();
});
