import {afterAll, beforeAll, expect, test} from 'vitest';
import {ChecksFileError} from '../../source/checks/spec/checks-file-error.ts';
import {createChecksFolder, type ChecksFolder} from './checks-folder.ts';

let folder: ChecksFolder;

beforeAll(async () => {
  folder = await createChecksFolder();
});

afterAll(async () => {
  await folder[Symbol.asyncDispose]();
});

/** Line 4 and on are what the check `a` says besides. */
function withCheck(...lines: readonly string[]): string {
  const body = ['  - name: a', '    command: ls', ...lines.map((line) => `    ${line}`)];
  return ['checks:', ...body, '    expect: {exit: 0}'].join('\n');
}

const other = '  - {name: b, command: ls, expect: {exit: 0}}';

function withWaiver(waiver: string): string {
  return `waivers: [${waiver}]\n${withCheck()}`;
}

test.each<[name: string, yaml: string, place: string, message: RegExp, suggestion?: string]>([
  ['unknown need', `${withCheck('needs: bb')}\n${other}`, '4:12', /There is no check "bb"/, 'b'],
  [
    'unknown need in a list',
    `${withCheck('needs: [b, bb]')}\n${other}`,
    '4:16',
    /There is no check "bb"/,
    'b',
  ],
  ['self-need', withCheck('needs: a'), '4:12', /^The check waits for itself\.$/],
  [
    'circle',
    [
      withCheck('needs: b'),
      '  - {name: b, command: ls, expect: {exit: 0}, needs: c}',
      '  - {name: c, command: ls, expect: {exit: 0}, when: {check: a}}',
    ].join('\n'),
    '4:12',
    /in a circle: a → b → c → a\.$/,
  ],
  ['no needs', withCheck('needs: []'), '4:12', /must not be empty/],
  ['a need that is no name', withCheck('needs: {x: 1}'), '4:12', /name of a check, or a list/],
  ['retry without a limit', withCheck('retry: {every: 5s}'), '4:12', /how many further tries/],
  [
    'retry with two limits',
    withCheck('retry: {times: 3, until: 2m}'),
    '4:12',
    /how many further tries/,
  ],
  ['retry without unit', withCheck('retry: {times: 3, every: 5}'), '4:30', /time with a unit/],
  ['no tries', withCheck('retry: {times: 0}'), '4:20', /At least one further try/],
  ['too many tries', withCheck('retry: 100000'), '4:12', /use "until"/],
  [
    'unknown key of retry',
    withCheck('retry: {times: 3, evry: 5s}'),
    '4:23',
    /Unknown key "evry"/,
    'every',
  ],
  ['unknown condition', withCheck('when: {fiel: x}'), '4:12', /Unknown condition "fiel"/, 'file'],
  ['unknown system', withCheck('when: {os: linus}'), '4:16', /one of: linux, macos/, 'linux'],
  ['unknown outcome', withCheck('when: {check: b, is: passed}'), '4:26', /one of: pass/, 'pass'],
  ['is without check', withCheck('when: {os: linux, is: pass}'), '4:23', /belongs to "check"/],
  [
    'unknown check of a condition',
    withCheck('when: {check: other}'),
    '4:19',
    /There is no check "other"/,
  ],
  ['unknown variable', withCheck('when: {var: {stage: x}}'), '4:18', /no variable "stage"/],
  ['bad pattern', withCheck('when: {env: {A: /(/}}'), '4:21', /not a valid regular expression/],
  ['empty condition', withCheck('when: {}'), '4:11', /Nothing is said/],
  ['condition as text', withCheck('when: linux'), '4:11', /takes a map of conditions/],
  ['quotes in a prefix', withCheck(`on: ssh -i "my key" far`), '4:9', /as a list/],
  ['empty prefix', withCheck('on: []'), '4:9', /must not be empty/],
  [
    'prefix of a check without a command',
    'checks:\n  - name: a\n    http: http://x/\n    on: ssh far\n    expect: {status: 200}',
    '4:5',
    /http check starts from this machine/,
  ],
  [
    'prefix of a log file',
    'checks:\n  - name: a\n    log: x\n    on: ssh far\n    expect: {forbid: x}',
    '4:5',
    /log check starts from this machine/,
  ],
  [
    'waiver without reason',
    withWaiver('{check: a, approver: p, expires: 2027-01-01}'),
    '1:11',
    /"reason" is missing/,
  ],
  [
    'waiver without approver',
    withWaiver('{check: a, reason: r, expires: 2027-01-01}'),
    '1:11',
    /"approver" is missing/,
  ],
  [
    'waiver without expiry',
    withWaiver('{check: a, reason: r, approver: p}'),
    '1:11',
    /"expires" is missing/,
  ],
  [
    'waiver with a wrong day',
    withWaiver('{check: a, reason: r, approver: p, expires: 2027-02-30}'),
    '1:55',
    /no such day/,
  ],
  [
    'waiver with another date',
    withWaiver('{check: a, reason: r, approver: p, expires: 30.2.2027}'),
    '1:55',
    /written as 2026-12-31/,
  ],
  [
    'waiver of no check',
    withWaiver('{check: aa, reason: r, approver: p, expires: 2027-01-01}'),
    '1:19',
    /There is no check "aa"/,
    'a',
  ],
  [
    'two waivers',
    withWaiver(
      ['a', 'a']
        .map((check) => `{check: ${check}, reason: r, approver: p, expires: 2027-01-01}`)
        .join(', '),
    ),
    '1:76',
    /There is a waiver for "a" already/,
  ],
  [
    'unknown key of a waiver',
    withWaiver('{check: a, reason: r, aprover: p, expires: 2027-01-01}'),
    '1:33',
    /Unknown key "aprover"/,
    'approver',
  ],
])('%s is told with its place', async (_name, yaml, place, message, suggestion) => {
  const error: unknown = await folder.read(yaml, {environment: {}}).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  const problems = error instanceof ChecksFileError ? error.problems : [];
  const problem = problems.find((one) => message.test(one.message));
  expect(problems.map((one) => one.message).join('\n')).toMatch(new RegExp(message.source, 'm'));
  expect(`${problem?.position.line}:${problem?.position.column}`).toBe(place);
  expect(problem?.suggestion).toBe(suggestion);
});

test('one circle is told once', async () => {
  const yaml = [
    withCheck('needs: b'),
    '  - {name: b, command: ls, expect: {exit: 0}, needs: a}',
    '  - {name: c, command: ls, expect: {exit: 0}, needs: a}',
  ].join('\n');
  await expect(folder.read(yaml)).rejects.toThrow(/^The checks file has a problem/);
});
