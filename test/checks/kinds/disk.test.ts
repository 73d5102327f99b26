import {execFileSync} from 'node:child_process';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {actionOf, problemsOf} from '../bad-input.ts';
import {createChecksFolder, type ChecksFolder} from '../checks-folder.ts';

let folder: ChecksFolder;

beforeAll(async () => {
  folder = await createChecksFolder();
});

afterAll(async () => {
  await folder[Symbol.asyncDispose]();
});

/** Columns of the one line that `df` has for a path. */
function df(...words: readonly string[]): string[] {
  const lines = execFileSync('df', ['-P', ...words], {encoding: 'utf8'})
    .trim()
    .split('\n');
  return (lines[1] ?? '').split(/\s+/);
}

test('free space and per cents are those of df', async () => {
  const [, , , free, capacity = ''] = df('-k', folder.path);
  const used = Number.parseInt(capacity, 10);
  // Others write to the same disk meanwhile; df rounds up to whole per cents.
  const [least, most] = [Math.round(Number(free) * 0.9), Math.round(Number(free) * 1.1)];
  const result = await folder.check(`
disk: .
expect:
  free: {at_least: ${least}KiB, at_most: ${most}KiB}
  used_percent: {above: ${used - 2}%, at_most: ${used + 1}%}
  free_percent: {at_least: ${99 - used}, below: ${102 - used}}`);
  expect(result).toMatchObject({outcome: 'pass', target: '.'});
  expect(result.output?.text).toContain(`path: ${folder.path}\nspace: `);
});

test.runIf(process.platform === 'linux')(
  'free inodes are counted, and where they are not, nothing is claimed',
  async () => {
    const counted = await folder.check(
      'disk: /dev/shm\nexpect: {inodes_free: {above: 0}, inodes_free_percent: {above: 0%}}',
    );
    const uncounted = await folder.check('disk: /proc\nexpect: {inodes_free: {above: 0}}');
    expect([counted.outcome, uncounted.outcome]).toEqual(['pass', 'unknown']);
    expect(uncounted.message).toBe('The file system of /proc does not count inodes.');
  },
);

test('too little room fails and tells how much there is', async () => {
  const result = await folder.check('disk: {path: .}\nexpect: {free: {at_least: 9000000TB}}');
  expect(result).toMatchObject({
    outcome: 'fail',
    message: expect.stringMatching(/^free: expected at least \d+ TiB, was [\d.]+ [KMGT]?i?B$/),
  });
});

test('a path that is not there fails', async () => {
  const result = await folder.check('disk: none/here\nexpect: {free: {above: 1}}');
  expect(result).toMatchObject({outcome: 'fail', message: 'There is no none/here.'});
});

describe('a mistake is told with its place', () => {
  test.each([
    [
      'nothing asserted',
      'disk: /',
      'severity: required',
      '3:5 | This check asserts nothing. Add "expect" or "warn" with one of: free, free_percent, used_percent, inodes_free, inodes_free_percent.',
    ],
    [
      'misspelt key',
      'disk: {pth: /}',
      'expect: {free: {above: 1GB}}',
      '3:12 | Unknown key "pth". | path',
    ],
    [
      'misspelt subject',
      'disk: /',
      'expect: {use_percent: {below: 90%}}',
      '4:14 | A disk check has no "use_percent" to look at. It has: free, free_percent, used_percent, inodes_free, inodes_free_percent. | used_percent',
    ],
    [
      'wrong unit',
      'disk: /',
      'expect: {free: {above: 10%}}',
      '4:28 | "free" is a size: its units are B KB MB GB TB KiB MiB GiB TiB.',
    ],
    [
      'unknown unit',
      'disk: /',
      'expect: {free: {above: 10Gb}}',
      '4:28 | "Gb" is not a unit. Known units: % ms s m h d B KB MB GB TB KiB MiB GiB TiB. | GB',
    ],
  ])('%s', async (_name, line, claims, problem) => {
    expect(await problemsOf(folder, line, claims)).toContain(problem);
  });

  test('and a good check tells what it would do', async () => {
    expect(await actionOf(folder, 'disk: /data', 'expect: {free: {above: 1GB}}')).toBe(
      '/data | look at the room left where /data is',
    );
  });
});
