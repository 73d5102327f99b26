import {spawn, type ChildProcess} from 'node:child_process';
import {once} from 'node:events';
import {copyFile} from 'node:fs/promises';
import {userInfo} from 'node:os';
import path from 'node:path';
import {afterAll, beforeAll, describe, expect, test, vi} from 'vitest';
import type {KindCommand} from '../../../source/checks/kinds/kind.ts';
import {processesByPs} from '../../../source/checks/kinds/process/processes-by-ps.ts';
import {createRunner} from '../../../source/checks/process/runner.ts';
import {createChecksFolder, type ChecksFolder} from '../checks-folder.ts';
import {isRunning, pidsIn} from '../servers/processes.ts';

let folder: ChecksFolder;
const children: ChildProcess[] = [];
const {username, uid} = userInfo();

/** A program that runs until the end of the tests, in a process group of its own. */
async function start(program: string, ...words: readonly string[]): Promise<void> {
  const child = spawn(program, words, {detached: true, stdio: 'ignore'});
  children.push(child);
  await once(child, 'spawn');
}

beforeAll(async () => {
  folder = await createChecksFolder();
  const program = path.join(folder.path, 'sleeper-with-a-long-name');
  await copyFile('/bin/sleep', program);
  await start(program, '3601');
  await start(program, '3602');
});

afterAll(async () => {
  for (const child of children) child.kill('SIGKILL');
  await folder[Symbol.asyncDispose]();
});

const actual = (result: Awaited<ReturnType<ChecksFolder['check']>>) =>
  result.findings.map(({subject, actual, isMet}) => [subject, actual, isMet]);

describe('processes are found', () => {
  test('by name, which alone says that one must run', async () => {
    const result = await folder.check('process: sleeper-with-a-long-name');
    expect(result).toMatchObject({outcome: 'pass', target: 'sleeper-with-a-long-name'});
    expect(actual(result)).toEqual([['running', 'true', true]]);
    expect(result.output?.text).toContain('sleeper-with-a-long-name 3601');
  });

  test('by a pattern for the whole command line, and counted', async () => {
    const result = await folder.check(`
process: {pattern: 'sleeper.* 360\\d$'}
expect: {count: 2, age: {below: 10m}, memory: {above: 1KiB}, user: ${username}}
warn: {memory: {below: 1GiB}}`);
    expect(result.outcome).toBe('pass');
    expect(actual(result).map(([subject]) => subject)).toEqual([
      'count',
      'age',
      'memory',
      'user',
      'memory',
    ]);
  });

  test('by user, with its name or number', async () => {
    for (const user of [username, uid]) {
      const result = await folder.check(
        `process: {name: sleeper-with-a-long-name, user: ${user}}\nexpect: {count: 2}`,
      );
      expect(result.outcome).toBe('pass');
    }
    const other = await folder.check(
      'process: {name: sleeper-with-a-long-name, user: nobody-here}',
    );
    expect(other.outcome).toBe('fail');
  });
});

describe('what does not run', () => {
  test('fails, and what would be said of it was not measured', async () => {
    const result = await folder.check('process: not-here-at-all\nexpect: {age: {above: 1s}}');
    expect(result).toMatchObject({
      outcome: 'fail',
      message: 'running: expected true, was false (no such process) (and 1 more)',
    });
    expect(actual(result)[1]).toEqual(['age', 'not measured', false]);
  });

  test.each(['{running: false}', '{count: 0}'])(
    'passes where that is wanted: %s',
    async (expected) => {
      const result = await folder.check(`process: not-here-at-all\nexpect: ${expected}`);
      expect(result.outcome).toBe('pass');
    },
  );

  test('is not found in this program itself or in checks that run beside', async () => {
    const run = await folder.run(
      [
        'checks:',
        '  - name: beside',
        '    command: "touch up; while [ ! -e looked ]; do sleep 0.01; done; : marker-4711"',
        '    expect: {exit: 0}',
        '  - name: waits',
        '    command: "while [ ! -e up ]; do sleep 0.01; done"',
        '    expect: {exit: 0}',
        '  - {name: looks, process: {pattern: marker-4711}, expect: {running: false}}',
        '  - {name: ends, command: touch looked, expect: {exit: 0}}',
      ].join('\n'),
      {jobs: 2},
    );
    expect(run.results.map(({outcome}) => outcome)).toEqual(['pass', 'pass', 'pass', 'pass']);
  });

  test('is not one that is dead and only not collected', async () => {
    const program = path.join(folder.path, 'dead-sleeper');
    await copyFile('/bin/sleep', program);
    // The shell becomes sleep, which never asks for its child.
    await start('/bin/sh', '-c', `${program} 0 & echo $! > ${program}.pid; exec sleep 3603`);
    await vi.waitUntil(async () => {
      const [pid] = await pidsIn(`${program}.pid`).catch(() => []);
      return pid !== undefined && !(await isRunning(pid));
    });
    const result = await folder.check('process: dead-sleeper\nexpect: {running: false}');
    expect(result.outcome).toBe('pass');
  });
});

test('ps, where there is no /proc, tells the same', async () => {
  const runner = createRunner(folder.path);
  const {signal} = new AbortController();
  const context = {
    isElsewhere: false,
    run: async (command: KindCommand) => runner.run({...command, folder: folder.path, signal}),
  };
  const found = await processesByPs({name: 'sleeper-with-a-long-name'}, context);
  expect(found).toMatchObject({isPartial: false});
  const processes = 'processes' in found ? found.processes : [];
  expect(processes.map(({command, user}) => [command.replace(/^.*\//, ''), user])).toEqual([
    ['sleeper-with-a-long-name 3601', username],
    ['sleeper-with-a-long-name 3602', username],
  ]);
});

test.each([
  ['{}', /Say which processes are meant/],
  ['{pattern: "("}', /not a valid regular expression/],
  ['{nmae: x}', /Unknown key "nmae".*Did you mean "name"/],
])('process: %s is refused', async (spec, message) => {
  await expect(folder.check(`process: ${spec}`)).rejects.toThrow(message);
});
