import {mkdir, readFile, symlink, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {expect, test} from 'vitest';
import {readChecksFile} from '../../../source/checks/read-checks-file.ts';
import {runChecks} from '../../../source/checks/run.ts';
import {keys} from '../../harness/keys.ts';
import {runInOneProcess} from '../../harness/one-process/run.ts';
import {openTerminal} from '../../harness/terminal.ts';
import {makePlace, program, type Place} from '../place.ts';
import {linesOf} from '../processes.ts';

const script = '#!/bin/sh\necho mine >> ran.txt\n';
const stranger = '#!/bin/sh\necho stranger >> ran.txt\n';

function ran(folder: string): Promise<readonly string[]> {
  return linesOf(path.join(folder, 'ran.txt'));
}

function checkIn({env}: Place, cwd: string) {
  return runInOneProcess({args: ['check', '--file', 'handoff.yaml'], cwd, env});
}

const text = 'checks: [{name: Health, command: ./health.sh, expect: {exit: 0}}]\n';

// 07: trust was by content alone, so the same file in a stranger's folder ran the stranger's script.
test.concurrent('what was trusted is trusted in its folder alone', async () => {
  await using place = makePlace();
  const inline = 'checks: [{name: Here, command: echo ran >> ran.txt, expect: {exit: 0}}]\n';
  await place.write('handoff.yaml', inline);
  expect((await place.run(['check', '--trust', '--file', 'handoff.yaml'])).exitCode).toBe(0);
  const cloned = path.join(place.path, 'cloned');
  await mkdir(cloned);
  await writeFile(path.join(cloned, 'handoff.yaml'), inline);
  const asked = await checkIn(place, cloned);
  expect(asked.exitCode).toBe(2);
  expect(asked.stderr).toContain('Nobody has trusted this content');
  expect(await ran(cloned)).toEqual([]);

  const link = path.join(place.path, 'link');
  await symlink(place.workspace, link);
  expect((await checkIn(place, link)).exitCode).toBe(0);
});

test.concurrent.each([
  ['a command', './health.sh'],
  ['a list', '[./health.sh]'],
  ['an interpreter', 'sh health.sh'],
  ['a quoted name', `'"./health.sh" --quick'`],
  ['one of several commands', 'cd . && ./health.sh'],
  ['a path from the root of the folder', '"$PWD/health.sh"'],
  ['a name without ending that a shell runs', 'sh health'],
])('a script that is named by %s is asked about anew once it is other', async (_, command) => {
  await using place = makePlace();
  await place.write(
    'handoff.yaml',
    `checks:\n  - {name: Health, command: ${command}, expect: {exit: 0}}\n`,
  );
  const names = ['health.sh', 'health'];
  for (const name of names) await place.write(name, script, 0o755);
  const first = await place.run(['check', '--trust', '--file', 'handoff.yaml']);
  expect(first.exitCode, first.stderr + first.stdout).toBe(0);
  expect((await place.run(['check', '--file', 'handoff.yaml'])).exitCode).toBe(0);

  for (const name of names) await place.write(name, stranger, 0o755);
  const asked = await place.run(['check', '--file', 'handoff.yaml']);
  expect(asked.exitCode).toBe(2);
  expect(asked.stderr).toMatch(/runs \.\/health\S* as it is now, SHA-256 [0-9a-f]{16}…/);
  expect(await ran(place.workspace)).toEqual(['mine', 'mine']);
});

test.concurrent('data that a command reads is no script, and may change', async () => {
  await using place = makePlace();
  await place.write(
    'handoff.yaml',
    'checks: [{name: Data, command: cat state.txt, expect: {exit: 0}}]\n',
  );
  await place.write('state.txt', 'one');
  expect((await place.run(['check', '--trust', '--file', 'handoff.yaml'])).exitCode).toBe(0);
  await place.write('state.txt', 'two');
  expect((await place.run(['check', '--file', 'handoff.yaml'])).exitCode).toBe(0);
});

test.concurrent('a script that changes behind the question does not run', async () => {
  await using place = makePlace();
  await place.write('handoff.yaml', text);
  const file = await place.write('health.sh', script, 0o755);
  await using terminal = openTerminal({
    command: process.execPath,
    args: [program, 'check'],
    env: {CI: undefined, ...place.env},
    cwd: place.workspace,
  });
  await terminal.waitFor('Type yes:');
  await writeFile(file, stranger);
  terminal.write(`yes${keys.enter}`);
  await terminal.waitFor('changed since the checks file was read');
  await terminal.exited;
  expect(await ran(place.workspace)).toEqual([]);

  const again = await readChecksFile(path.join(place.workspace, 'handoff.yaml'));
  await writeFile(file, script);
  const run = await runChecks(again);
  expect(run.results).toMatchObject([{outcome: 'skipped'}]);
});

test.concurrent('the question begins and ends with nobody having trusted it, however much would run', async () => {
  await using place = makePlace();
  const checks = Array.from(
    {length: 60},
    (_, index) => `  - {name: check ${index}, command: echo ${index}, expect: {exit: 0}}\n`,
  );
  await place.write('handoff.yaml', `checks:\n${checks.join('')}`);
  const {stderr} = await place.run(['check']);
  expect(stderr.split('\n')[0]).toMatch(/^Nobody has trusted this content of handoff\.yaml/);
  expect(stderr.split('\n')[1]).toBe('  check 0: command echo 0');
  await using terminal = place.open(['check'], {isNamed: false});
  const shown = await terminal.waitFor('Type yes:');
  expect(shown.join(' ')).toContain('Nobody has trusted it: 60 checks, above.');
  terminal.write(`no${keys.enter}`);
  expect(await terminal.exited).toMatchObject({exitCode: 2});
});

test.concurrent('what cannot be seen in a command is marked', async () => {
  await using place = makePlace();
  const hidden = [
    '\u3164',
    '\uFFA0',
    '\u115F',
    '\u2800',
    '\u034F',
    '\u00A0',
    '\u{E0041}',
    '\u200B',
  ];
  await place.write(
    'handoff.yaml',
    `checks:\n  - {name: A, command: "echo ${hidden.join('x')}", expect: {exit: 0}}\n`,
  );
  const {stderr} = await place.run(['check']);
  expect(stderr).toMatch(/^Nobody has trusted/);
  const marks = ['3164', 'ffa0', '115f', '2800', '034f', '00a0', '{e0041}', '200b'];
  expect(stderr).toContain(marks.map((mark) => `\\u${mark}`).join('x'));
});

test.concurrent('no escape in the name of a folder reaches the terminal', async () => {
  await using place = makePlace();
  const folder = path.join(place.workspace, 'a\u001B]0;owned\u0007\u009B31mb');
  await mkdir(folder);
  for (const args of [
    ['new', '--customer', 'A', '--system', 'B', '--workspace', folder],
    ['check', '--file', path.join(folder, 'handoff.yaml')],
    ['docs', '--handoff', 'a-b', '--out', path.join(folder, 'docs'), '--format', 'md'],
    ['check', '--handoff', 'a-b'],
  ]) {
    await writeFile(
      path.join(folder, 'handoff.yaml'),
      'checks: [{name: A, command: "true", expect: {exit: 0}}]\n',
    );
    const {stdout, stderr} = await place.run(args);
    for (const escape of ['\u001B', '\u0007', '\u009B'])
      expect(stdout + stderr).not.toContain(escape);
  }
});

test.concurrent('a report and an export write over nothing but what they wrote themselves', async () => {
  await using place = makePlace();
  await place.write(
    'handoff.yaml',
    'checks: [{name: A, command: echo up, expect: {stdout: up}}]\n',
  );
  await place.start();
  await place.run(['trust', '--yes']);
  await place.write('notes.txt', 'my own notes');
  await mkdir(path.join(place.workspace, 'plugins'));
  await place.write('plugins/nagios.cfg', 'my own configuration');
  const calls = [
    [['check', '--json', '--out', 'notes.txt'], 'notes.txt', 'my own notes'],
    [['check', 'export', '--as', 'sh', '--out', 'notes.txt'], 'notes.txt', 'my own notes'],
    [
      ['check', 'export', '--as', 'nagios', '--out', 'plugins'],
      'plugins/nagios.cfg',
      'my own configuration',
    ],
  ] as const;
  await place.run(['check']);
  for (const [args, name, own] of calls) {
    const refused = await place.run(args);
    expect(refused.exitCode).toBe(2);
    expect(refused.stdout + refused.stderr).toContain('is there already');
    expect(await readFile(path.join(place.workspace, name), 'utf8')).toBe(own);
  }
  for (const args of [
    ['check', '--json', '--out', 'run.json'],
    ['check', 'export', '--as', 'sh', '--out', 'checks.sh'],
    ['check', 'export', '--as', 'nagios', '--out', 'monitoring'],
  ]) {
    expect((await place.run(args)).exitCode).toBe(0);
    const again = await place.run(args);
    expect(again.exitCode, again.stderr).toBe(0);
  }
  await place.write('checks.sh', 'changed by hand');
  expect((await place.run(['check', 'export', '--as', 'sh', '--out', 'checks.sh'])).exitCode).toBe(
    2,
  );
});
