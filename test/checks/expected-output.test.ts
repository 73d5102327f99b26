import {Buffer} from 'node:buffer';
import {expect, it} from 'vitest';
import {createOutputJudge} from '../../source/checks/expected-output.ts';

function judgeOutput(expected: string, ...output: readonly string[]) {
  const judge = createOutputJudge(expected);
  for (const piece of output) judge.push(Buffer.from(piece));
  return judge.judgement();
}

it.each([
  ['a text, whatever its spaces', 'status  ok', 'the status\n ok\n', true],
  ['every line, in any order', 'two\n\none', 'one\ntwo\n', true],
  ['a pattern of a line', '/^up \\d+$/m', 'down\nup 12\n', true],
  ['a pattern of the whole output, which ends its line', '/^[0-9]+$/', '12\n', true],
  ['a pattern of the whole output, which has another line', '/^[0-9]+$/', '12\nups\n', false],
  ['a pattern among texts', 'done\n/\\d+ rows/', '3 rows\ndone', true],
  ['a text in a fence of Markdown', '```\nok\n```', 'ok', true],
  ['a path, which is no pattern', '/var/log', 'in /var/log/x', true],
  ['a line that is missing', 'one\ntwo', 'one', false],
  ['a pattern without a match', '/^up$/m', 'down', false],
  ['nothing, where nothing is said', ' \n', 'anything', false],
])('%s', (_, expected, output, isMet) => {
  expect(judgeOutput(expected, output).isMet).toBe(isMet);
});

it('says which line is missing, and why a pattern is none', () => {
  expect(judgeOutput('one\ntwo', 'one').reason).toBe('"two" is not in the output.');
  expect(judgeOutput('/up/', 'down').reason).toBe('Nothing in the output matches /up/.');
  expect(judgeOutput('/(/', 'x').reason).toContain('is not a valid regular expression');
});

it('gives up a pattern that would go back without end', () => {
  const {isMet, reason} = judgeOutput('/(a+)+$/', `${'a'.repeat(40)}b`);
  expect(isMet).toBe(false);
  expect(reason).toContain('was given up');
});

/** Longer than is held as a whole. */
const long = Array.from({length: 80}, (_, at) => `${at} still copying\n`.repeat(6000));
const between = (line: string) => [...long.slice(0, 40), line, ...long.slice(40)];

it.each([
  ['a text in the middle', 'restore  done', between('restore done\n'), true],
  ['a coloured text in the middle', 'done', between('\u001B[32mdone\u001B[0m\n'), true],
  ['a text cut by the pieces it comes in', 'restore', [...between('res'), 'x', 'restore\n'], true],
  ['a pattern in the middle', '/^restored \\d+ rows$/m', between('restored 7 rows\n'), true],
  ['the last line', '/^all done$/', ['all done\n'], true],
  ['the end of the last line', '/done$/', [...long, 'all done\n'], true],
  ['a text that is nowhere', 'restored', between('restore done\n'), false],
  ['a pattern that is nowhere', '/restored \\d+/', between('restored many\n'), false],
])('of a long output, %s', (_, expected, output, isMet) => {
  expect(judgeOutput(expected, ...output).isMet).toBe(isMet);
});

it('says of a long output that it was looked at line by line', () => {
  expect(judgeOutput('restored all', ...long).reason).toMatch(
    /^"restored all" is in no line of the output, which is [\d.,]+ ?MiB long/,
  );
});

it('does not judge what is packed', () => {
  const judge = createOutputJudge('done');
  judge.push(Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0]));
  expect(judge.judgement()).toMatchObject({
    isMet: false,
    reason: expect.stringContaining('compressed (gzip)'),
  });
});
