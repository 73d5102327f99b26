import {execFileSync} from 'node:child_process';
import {mkdir} from 'node:fs/promises';
import path from 'node:path';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {createChecksFolder, type ChecksFolder} from './checks-folder.ts';
import {isRunning, pidsIn} from './servers/processes.ts';
import {linesIn, stopClock} from './stood-clock.ts';
import {checksFile, commandCheck} from './yaml.ts';

/** Enough that commands start and end beside each other all the time. */
const many = 40;

let folder: ChecksFolder;

beforeAll(async () => {
  folder = await createChecksFolder();
  await mkdir(path.join(folder.path, 'sub'));
});

afterAll(async () => {
  await folder[Symbol.asyncDispose]();
});

/** Checks that do nothing, so that there are many. */
function fillers(count = many): string[] {
  return Array.from({length: count}, (_, index) => commandCheck(`filler ${index}`, 'true'));
}

test('each of many commands keeps its own outputs, exit code and words', async () => {
  const checks = Array.from({length: 80}, (_, index) =>
    commandCheck(
      `c${index}`,
      `printf 'out ${index}'; printf 'err ${index}' >&2; exit ${index % 5}`,
    ).replace('{exit: 0}', `{exit: ${index % 5}, stdout: out ${index}, stderr: err ${index}}`),
  );
  const run = await folder.run(checksFile(...checks), {jobs: 8});
  expect(run.results.filter(({outcome}) => outcome !== 'pass')).toEqual([]);
  expect(new Set(run.results.map(({code}) => code))).toEqual(new Set([0, 1, 2, 3, 4]));
});

test('folders, settings, quotes and several lines arrive unchanged', async () => {
  // What this process was itself started with is handed on to each.
  const streams = 'ls /proc/self/fd | wc -l';
  const usual = execFileSync('/bin/sh', ['-c', streams], {encoding: 'utf8'}).trim();
  const run = await folder.run(
    checksFile(
      '  - {name: place, command: {run: pwd, cwd: sub}, expect: {exit: 0}}',
      String.raw`  - {name: settings, command: {run: 'printf "%s|%s" "$A" "$B"', env: {A: "x  y", B: "two\nlines 'and' \"quotes\" \\"}}, expect: {exit: 0}}`,
      String.raw`  - {name: lines, command: "echo 'a  b'\necho \"$((1+1))\"", expect: {exit: 0}}`,
      '  - {name: nowhere, command: {run: pwd, cwd: nope}, expect: {exit: 0}}',
      '  - {name: input, command: "cat; echo end", expect: {stdout: end}}',
      `  - {name: streams, command: "${streams}", expect: {stdout: {at_most: ${usual}}}}`,
      '  - {name: level, command: \'[ "$SHLVL" = "$WANTED" ]\', expect: {exit: 0}}'.replace(
        '$WANTED',
        process.env['SHLVL'] ?? '',
      ),
      ...fillers(),
    ),
  );
  const byName = new Map(run.results.map((result) => [result.name, result]));
  expect(byName.get('place')?.output?.text).toBe(`${folder.path}/sub\n`);
  expect(byName.get('settings')?.output?.text).toBe(`x  y|two\nlines 'and' "quotes" \\`);
  expect(byName.get('lines')?.output?.text).toBe('a  b\n2\n');
  expect(byName.get('nowhere')).toMatchObject({
    outcome: 'unknown',
    message: `There is no folder ${folder.path}/nope.`,
  });
  const others = run.results.filter(({name}) => name !== 'nowhere');
  expect(others.filter(({outcome}) => outcome !== 'pass')).toEqual([]);
});

test('a signal that ended a command is told, an exit code that only looks like it is not', async () => {
  const run = await folder.run(
    checksFile(
      commandCheck('killed', 'kill -9 $$'),
      commandCheck('exits', 'exit 137'),
      ...fillers(),
    ),
  );
  expect(run.results.slice(0, 2).map(({message}) => message)).toEqual([
    'exit: expected 0, was 137 (SIGKILL)',
    'exit: expected 0, was 137',
  ]);
});

test('a command that is late goes with its whole group, and those beside it go on', async () => {
  await folder.write('late', '');
  await folder.write('beside', '');
  using clock = stopClock(['setTimeout']);
  const running = folder.run(
    checksFile(
      commandCheck(
        'late',
        `trap '' TERM; echo $$ >> late; (trap '' TERM; sleep 60) & sleep 60`,
        'timeout: 300ms',
      ),
      commandCheck('leaves one', 'sleep 60 & echo $! >> beside'),
      ...fillers(),
    ),
    {jobs: 2},
  );
  await linesIn(path.join(folder.path, 'late'), 1);
  clock.pass(300);
  const run = await running;
  expect(run.results.map(({outcome}) => outcome).filter((one) => one !== 'pass')).toEqual(['fail']);
  expect(run.results[0]?.message).toBe('It did not end within 300 ms.');
  const files = ['late', 'beside'].map((name) => path.join(folder.path, name));
  const pids = (await Promise.all(files.map(pidsIn))).flat();
  expect(pids).toHaveLength(2);
  expect(await Promise.all(pids.map(isRunning))).toEqual([false, false]);
});

test('what escapes a command writes into no other one', async () => {
  const run = await folder.run(
    checksFile(
      commandCheck(
        'escapes',
        `setsid sh -c 'while [ ! -e seen ]; do echo LEAK; sleep 0.01; done' &`,
      ),
      ...Array.from({length: many}, (_, index) => commandCheck(`quiet ${index}`, 'sleep 0.02')),
      commandCheck('last', 'touch seen'),
    ),
    {jobs: 2},
  );
  expect(run.results.slice(1).filter(({output}) => output)).toEqual([]);
});

test('an interruption ends all commands', async () => {
  await folder.write('pids', '');
  const controller = new AbortController();
  const run = await folder.run(
    checksFile(
      ...Array.from({length: 4}, (_, index) =>
        commandCheck(`long ${index}`, `echo $$ >> pids; sleep 60`),
      ),
      commandCheck('waits', 'while [ $(wc -l < pids) -lt 4 ]; do sleep 0.01; done'),
      ...fillers(),
    ),
    {
      jobs: 5,
      signal: controller.signal,
      onEvent({type, name}) {
        if (type === 'finished' && name === 'waits') controller.abort();
      },
    },
  );
  expect(run.isInterrupted).toBe(true);
  const pids = await pidsIn(path.join(folder.path, 'pids'));
  expect(await Promise.all(pids.map(isRunning))).toEqual([false, false, false, false]);
});
