import {chmod, mkdir} from 'node:fs/promises';
import path from 'node:path';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {pluginsOf} from '../../../source/checks/kinds/nagios/plugin-folders.ts';
import {createChecksFolder, type ChecksFolder} from '../checks-folder.ts';

let folder: ChecksFolder;

beforeAll(async () => {
  folder = await createChecksFolder();
});

afterAll(async () => {
  await folder[Symbol.asyncDispose]();
});

/** A plugin that prints `lines` and ends with `exit`. */
async function plugin(name: string, exit: number, ...lines: readonly string[]): Promise<string> {
  const text = ['#!/bin/sh', `cat <<'END'`, ...lines, 'END', `exit ${exit}`, ''].join('\n');
  const path = await folder.write(name, text);
  await chmod(path, 0o755);
  return path;
}

describe('the exit code of a plugin is the outcome and its first line the message', () => {
  test.each([
    [0, 'pass', 'fine'],
    [1, 'warn', 'fine'],
    [2, 'fail', 'fine'],
    [3, 'unknown', 'fine'],
    [7, 'unknown', "Exit code 7 is none of a plugin's (0 to 3): fine"],
    [255, 'unknown', "Exit code 255 is none of a plugin's (0 to 3): fine"],
  ])('%i is %s', async (exit, outcome, message) => {
    await plugin('check_it', exit, 'fine | a=1', 'more');
    const result = await folder.check('nagios: ./check_it');
    expect(result).toMatchObject({
      outcome,
      message,
      code: exit,
      metrics: [{label: 'a', value: 1, unit: ''}],
    });
    expect(result.output?.text).toBe('fine | a=1\nmore\n');
  });

  test('and a signal is as good as UNKNOWN', async () => {
    const result = await folder.check('nagios: kill -SEGV $$');
    expect(result).toMatchObject({outcome: 'unknown', code: 139});
  });

  test('unless something else is expected of the status', async () => {
    await plugin('check_it', 3, 'cannot tell');
    const unknown = await folder.check('nagios: ./check_it\nexpect: {status: UNKNOWN}');
    expect(unknown).toMatchObject({outcome: 'pass', message: 'cannot tell'});
    await plugin('check_it', 2, 'down');
    const critical = await folder.check('nagios: [./check_it]\nexpect: {status: critical}');
    expect(critical).toMatchObject({outcome: 'pass', message: 'down'});
    const ok = await folder.check('nagios: ./check_it\nwarn: {status: OK}');
    expect(ok).toMatchObject({outcome: 'warn', message: 'down'});
  });
});

describe('metrics', () => {
  const line = `OK | time=0.25s;0.2;0.5 'free space'=2048KB used=80% users=3 gone=U`;

  test.each([
    ['{time: {below: 300ms}}', 'pass', '250 ms', undefined],
    ['{time: {below: 0.3}}', 'pass', '250 ms', undefined],
    ['{time: {not: {below: 200ms}}}', 'pass', '250 ms', undefined],
    ['{free space: {at_least: 2MB}}', 'pass', '1.95 MiB', undefined],
    ['{used: {below: 90%}}', 'pass', '80%', undefined],
    ['{users: 3}', 'pass', '3', undefined],
    ['{users: {above: 3}}', 'fail', '3', 'metrics users: expected above 3, was 3'],
    ['{gone: {below: 5}}', 'fail', 'not known to the plugin (U)', undefined],
  ])('are judged: %s is a %s', async (metrics, outcome, actual, message) => {
    await plugin('check_it', 0, line);
    const result = await folder.check(`nagios: ./check_it\nexpect: {metrics: ${metrics}}`);
    expect(result.outcome).toBe(outcome);
    expect(result.findings.at(-1)?.actual).toMatch(actual);
    expect(result.message).toBe(message ?? (outcome === 'pass' ? 'OK' : result.message));
  });

  test('that are not there fail and tell which are', async () => {
    await plugin('check_it', 0, 'OK | a=1 b=2');
    const result = await folder.check('nagios: ./check_it\nwarn: {metrics: {c: {below: 5}}}');
    expect(result).toMatchObject({
      outcome: 'warn',
      message: 'metrics c: expected below 5, was absent (the plugin gave a, b)',
    });
  });

  test('that are malformed are told and harm nothing', async () => {
    await plugin('check_it', 0, 'OK | a=1;x b=z c=3');
    const result = await folder.check('nagios: ./check_it\nexpect: {metrics: {c: 3}}');
    expect(result).toMatchObject({
      outcome: 'pass',
      message: 'OK (not understood in its performance data: "warn x", "b=z")',
    });
    expect(result.metrics?.map(({label}) => label)).toEqual(['a', 'c']);
  });

  test('with escapes or secrets in their labels do not bring them into the result', async () => {
    await plugin('check_it', 0, `OK | 'a\u001B[31m'=1 'password=hunter2'=2`);
    const result = await folder.check('nagios: ./check_it');
    expect(result.metrics?.map(({value}) => value)).toEqual([1, 2]);
    expect(JSON.stringify(result)).not.toMatch(/hunter2|\\u001b/i);
  });
});

describe('a plugin that is not there is unknown and says how to get it', () => {
  test.each(['check_nowhere -w 5', '[check_nowhere, -w, 5]', '[/opt/none/check_nowhere]'])(
    '%s',
    async (command) => {
      const result = await folder.check(`nagios: ${command}`);
      expect(result.outcome).toBe('unknown');
      expect(result.message).toMatch(
        /check_nowhere.*Install it \(package monitoring-plugins-basic/,
      );
    },
  );

  test('as is one that may not be executed', async () => {
    await folder.write('check_plain', 'text');
    const result = await folder.check('nagios: [./check_plain]');
    expect(result).toMatchObject({
      outcome: 'unknown',
      message: expect.stringMatching(/permission denied/),
    });
  });
});

test('a plugin that does not end in time fails', async () => {
  const result = await folder.check('nagios: sleep 60\ntimeout: 200ms');
  expect(result).toMatchObject({outcome: 'fail', message: 'It did not end within 200 ms.'});
});

test('the plugins of a folder are its programs, by name', async () => {
  await mkdir(path.join(folder.path, 'plugins', 'sub'), {recursive: true});
  for (const name of ['check_b', 'check_a', 'utils.sh', '.hidden'])
    await plugin(path.join('plugins', name), 0, 'OK');
  await folder.write(path.join('plugins', 'README'), 'text');
  const names = await pluginsOf(path.join(folder.path, 'plugins'));
  expect(names).toEqual(
    ['check_a', 'check_b'].map((name) => path.join(folder.path, 'plugins', name)),
  );
});

test.each([
  ['{}', /"plugin" is missing/],
  ['x\n    expect: {metrics: {}}', /takes a map of labels/],
  ['x\n    expect: {metrics: {a: {below: five}}}', /compared with a number/],
  ['x\n    expect: {status: BAD}', /is one of: OK, WARNING, CRITICAL, UNKNOWN/],
])('nagios: %s is refused', async (spec, message) => {
  await expect(folder.run(`checks:\n  - name: it\n    nagios: ${spec}`)).rejects.toThrow(message);
});
