import {expect, it} from 'vitest';
import {judgeOutput} from '../../source/checks/expected-output.ts';

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
