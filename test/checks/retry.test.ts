import path from 'node:path';
import {readFile} from 'node:fs/promises';
import {afterAll, beforeAll, expect, test} from 'vitest';
import type {FailedTryEvent} from '../../source/checks/run.ts';
import {createChecksFolder, type ChecksFolder} from './checks-folder.ts';
import {isRunning, pidsIn} from './servers/processes.ts';
import {linesIn, stopClock} from './stood-clock.ts';
import {checksFile, commandCheck} from './yaml.ts';

let folder: ChecksFolder;

beforeAll(async () => {
  folder = await createChecksFolder();
});

afterAll(async () => {
  await folder[Symbol.asyncDispose]();
});

/** Fails until the file has as many lines as said. */
function passesOnTry(file: string, count: number): string {
  return `echo x >> ${file}; [ $(wc -l < ${file}) -ge ${count} ]`;
}

test('a check is tried again until it passes, and says on which try', async () => {
  const tries: FailedTryEvent[] = [];
  const run = await folder.run(
    checksFile(
      commandCheck('slow start', passesOnTry('a', 3), 'retry: {times: 5, every: 1ms}'),
      commandCheck('at once', 'true', 'retry: {times: 5, every: 1ms}'),
    ),
    {onFailedTry: (event) => tries.push(event)},
  );
  expect(run.results[0]).toMatchObject({
    outcome: 'pass',
    message: 'exit 0 (on try 3 of 6)',
    attempts: 3,
  });
  expect(run.results[1]).toMatchObject({outcome: 'pass', message: 'exit 0'});
  expect(run.results[1]).not.toHaveProperty('attempts');
  expect(tries.map(({name, attempt, pause}) => [name, attempt, pause])).toEqual([
    ['slow start', 1, 1],
    ['slow start', 2, 1],
  ]);
});

test('after the last try the last outcome stands', async () => {
  const result = await folder.check(
    'command: echo x >> b; exit $(wc -l < b)\nexpect: {exit: 0}\nretry: {times: 2, every: 1ms}',
  );
  expect(result).toMatchObject({
    outcome: 'fail',
    message: 'exit: expected 0, was 3 (on try 3 of 3)',
    attempts: 3,
    code: 3,
  });
});

test('a warning is not tried again', async () => {
  const result = await folder.check(
    'command: echo x >> w\nwarn: {exit: 1}\nretry: {times: 2, every: 1ms}',
  );
  expect(result).toMatchObject({outcome: 'warn'});
  expect(await readFile(path.join(folder.path, 'w'), 'utf8')).toBe('x\n');
});

test('a check is tried again for as long as it may be', async () => {
  using clock = stopClock(['performance']);
  const tries: FailedTryEvent[] = [];
  const onFailedTry = (event: FailedTryEvent) => {
    tries.push(event);
    clock.pass(20_000);
  };
  const passing = await folder.check(
    `command: "${passesOnTry('c', 4)}"\nexpect: {exit: 0}\nretry: {until: 1m, every: 1ms}`,
    {onFailedTry},
  );
  expect(passing).toMatchObject({outcome: 'pass', message: 'exit 0 (on try 4)', attempts: 4});
  const never = await folder.check(
    'command: "false"\nexpect: {exit: 0}\nretry: {until: 1m, every: 1ms}',
    {onFailedTry},
  );
  // The fourth try begins when the minute is over, and a fifth would begin later.
  expect(never).toMatchObject({outcome: 'fail', attempts: 4});
  expect(tries).toHaveLength(3 + 3);
});

test('each try has the whole timeout, and none leaves a child', async () => {
  using clock = stopClock(['setTimeout']);
  const checking = folder.check(
    'command: "echo $$ >> d; [ $(wc -l < d) -ge 2 ] || sleep 60"\nexpect: {exit: 0}\ntimeout: 300ms\nretry: {times: 1, every: 1ms}',
    {
      onFailedTry() {
        clock.pass(299);
      },
    },
  );
  await linesIn(path.join(folder.path, 'd'), 1);
  clock.pass(300);
  expect(await checking).toMatchObject({outcome: 'pass', attempts: 2});
  const pids = await pidsIn(path.join(folder.path, 'd'));
  expect(await Promise.all(pids.map(isRunning))).toEqual([false, false]);
});

test('an interruption ends a pause', async () => {
  const controller = new AbortController();
  const run = await folder.run(
    checksFile(commandCheck('it', 'false', 'retry: {times: 3, every: 1h}')),
    {
      signal: controller.signal,
      onFailedTry() {
        controller.abort();
      },
    },
  );
  expect(run).toMatchObject({isInterrupted: true, results: []});
});
