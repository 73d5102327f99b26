import {createHash} from 'node:crypto';
import {mkdir} from 'node:fs/promises';
import path from 'node:path';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {createChecksFolder, type ChecksFolder} from '../checks-folder.ts';

let folder: ChecksFolder;

beforeAll(async () => {
  folder = await createChecksFolder();
});

afterAll(async () => {
  await folder[Symbol.asyncDispose]();
});

const log = [
  '10:00 started',
  '10:01 ERROR disk full',
  '10:02 WARN slow',
  '10:03 ERROR disk full',
  '',
].join('\n');

describe('the lines of a file', () => {
  test('required ones are there, forbidden ones are not, others are counted', async () => {
    await folder.write('app.log', log);
    const result = await folder.check(`
log: {path: app.log}
expect:
  require: [/^10:00 started$/, started]
  forbid: /FATAL/
  matches: [{pattern: /ERROR/, count: {at_most: 2}}, {pattern: WARN, count: 1}]`);
    expect(result).toMatchObject({outcome: 'pass', target: 'app.log'});
    expect(
      result.findings.map(({subject, expected, actual}) => `${subject}: ${expected}: ${actual}`),
    ).toEqual([
      'require /^10:00 started$/: such a line: 1 line, the first: 10:00 started',
      'require "started": such a line: 1 line, the first: 10:00 started',
      'forbid /FATAL/: no such line: no such line in 74 B',
      'matches /ERROR/: count at most 2: 2 lines, the first: 10:01 ERROR disk full',
      'matches "WARN": count equals 1: 1 line, the first: 10:02 WARN slow',
    ]);
  });

  test('forbidden ones fail and are the evidence, with the hash of the whole file', async () => {
    await folder.write('app.log', log);
    const result = await folder.check('log: app.log\nexpect: {forbid: /ERROR/}');
    expect(result).toMatchObject({
      outcome: 'fail',
      message:
        'forbid /ERROR/: expected no such line, was 2 lines, the first: 10:01 ERROR disk full',
      output: {
        text: '/ERROR/: 2 lines\n  10:01 ERROR disk full\n  10:03 ERROR disk full',
        bytes: log.length,
        sha256: createHash('sha256').update(log).digest('hex'),
        isTruncated: true,
      },
    });
  });

  test('missing ones fail', async () => {
    await folder.write('app.log', log);
    const result = await folder.check('log: app.log\nexpect: {require: /stopped/}');
    expect(result).toMatchObject({
      outcome: 'fail',
      message: expect.stringMatching(/no such line in 74 B$/),
    });
  });

  test('secrets and escapes in them do not reach the result', async () => {
    await folder.write('app.log', 'ERROR \u001B]0;x\u0007 password=hunter2 \u001B[31mred\n');
    const result = await folder.check('log: app.log\nexpect: {forbid: /ERROR/}');
    expect(result.output?.text).toBe('/ERROR/: 1 line\n  ERROR  password=[redacted: password] red');
    expect(JSON.stringify(result)).not.toMatch(/hunter2|\\u001b/);
  });

  test.each([
    ['of two characters', 'ER\u001B[31mROR'],
    ['of one character', 'ER\u009B31mROR'],
  ])('a colour %s in the middle of a word hides it from nobody', async (_name, line) => {
    await folder.write('app.log', `${line}\n`);
    const result = await folder.check('log: app.log\nexpect: {forbid: /ERROR/}');
    expect(result.outcome).toBe('fail');
  });

  test('an empty log has no forbidden line and no required one', async () => {
    await folder.write('empty.log', '');
    const forbidden = await folder.check('log: empty.log\nexpect: {forbid: /x/}');
    const required = await folder.check('log: empty.log\nexpect: {require: /x/}');
    expect([forbidden.outcome, required.outcome]).toEqual(['pass', 'fail']);
  });
});

test.each([
  ['missing', 'none.log', /There is no such log file: .*none\.log/],
  ['a folder', 'folder', /is a folder/],
  ['a device', '/dev/zero', /not a regular file/],
])('a log that is %s is unknown', async (_name, file, message) => {
  await mkdir(path.join(folder.path, 'folder'), {recursive: true});
  const result = await folder.check(`log: ${file}\nexpect: {forbid: /x/}`);
  expect(result.outcome).toBe('unknown');
  expect(result.message).toMatch(message);
});

describe('the output of a command', () => {
  test('stdout and stderr are both looked at, line by line', async () => {
    const result = await folder.check(`
log: {command: "printf 'a\\\\nERR'; printf 'OR x\\\\n'; printf 'WARN\\\\n' >&2"}
expect: {require: [/^ERROR x$/, /^WARN$/]}`);
    expect(result).toMatchObject({outcome: 'pass', code: 0});
  });

  test.each([
    ['that fails', 'log: {command: echo gone >&2; exit 3}', /ended with exit code 3: gone/],
    [
      'that the shell does not find',
      'log: {command: journal-of-nowhere}',
      /"journal-of-nowhere" is not on this machine/,
    ],
    [
      'that does not exist',
      'log: {command: [journal-of-nowhere]}',
      /"journal-of-nowhere" is not on this machine/,
    ],
  ])('%s is unknown', async (_name, line, message) => {
    const result = await folder.check(`${line}\nexpect: {forbid: /x/}`);
    expect(result.outcome).toBe('unknown');
    expect(result.message).toMatch(message);
  });

  test('that does not end fails', async () => {
    const result = await folder.check(
      'log: {command: sleep 60}\nexpect: {forbid: /x/}\ntimeout: 200ms',
    );
    expect(result).toMatchObject({outcome: 'fail', message: 'It did not end within 200 ms.'});
  });
});
