import {afterAll, beforeAll, expect, test} from 'vitest';
import {
  mayTakeLong,
  searchInTime,
  SlowPatternError,
} from '../../source/checks/assertions/slow-pattern.ts';
import {withinTime} from '../../source/checks/within-time.ts';
import {createChecksFolder, type ChecksFolder} from './checks-folder.ts';
import {checksFile} from './yaml.ts';

let folder: ChecksFolder;

beforeAll(async () => {
  folder = await createChecksFolder();
});

afterAll(async () => {
  await folder[Symbol.asyncDispose]();
});

const hostile = `${'a'.repeat(60)}b`;

// Each kind of text that patterns look at, and both shapes of pattern that go back without end: one
// repetition within another, and a single one on a long line. Each takes the two seconds it may.
test('a pattern that goes back without end is unknown, and the run goes on', async () => {
  await folder.write('long', 'a'.repeat(900_000));
  const run = await folder.run(
    checksFile(
      `  - {name: output, command: "echo ${hostile}", expect: {stdout: "/^(a+)+$/"}}`,
      '  - {name: log command, log: {command: cat long}, expect: {forbid: "/a+b/"}}',
      '  - {name: log file, log: long, expect: {forbid: "/a+b/"}}',
      '  - {name: next, command: "true", expect: {exit: 0}}',
    ),
    {jobs: 1},
  );
  expect(run.results.map(({name, outcome}) => `${name} ${outcome}`)).toEqual([
    'output unknown',
    'log command unknown',
    'log file unknown',
    'next pass',
  ]);
  for (const {message} of run.results.slice(0, 2))
    expect(message).toMatch(/^Looking for a pattern took more than 2 s/);
});

test('what takes no time gives its value, and what it throws is thrown', () => {
  expect(searchInTime(() => [1, 2])).toEqual([1, 2]);
  expect(() =>
    searchInTime(() => {
      throw new TypeError('x');
    }),
  ).toThrow(TypeError);
  expect(withinTime(20, () => /^(a+)+$/.test(hostile))).toBe('late');
  expect(() => searchInTime(() => searchInTime(() => 1))).not.toThrow(SlowPatternError);
});

test.each([
  [/\bERROR\b|FATAL/, false],
  [/status=5\d\d/, false],
  [/a+b/, true],
  [/a{2,5}b?/, false],
  [/a{2,}b/, true],
  [/\+\*/, false],
  [/(?:ab)?c/, true],
  [/(?:a|b)c/i, false],
  [/(a|a)*b/, true],
  [/a*b*/, true],
  [/(a?){30}/, true],
  [/(.)\1/, true],
])('%s may take long: %s', (pattern, expected) => {
  expect(mayTakeLong(pattern)).toBe(expected);
});
