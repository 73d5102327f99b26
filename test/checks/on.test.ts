import {chmod, mkdir, readdir, readFile, rm} from 'node:fs/promises';
import path from 'node:path';
import {afterAll, beforeAll, beforeEach, describe, expect, test} from 'vitest';
import {describeCheck} from '../../source/checks/describe-check.ts';
import {createChecksFolder, type ChecksFolder} from './checks-folder.ts';
import {fakeSsh} from './servers/fake-ssh.ts';
import {checksFile, commandCheck} from './yaml.ts';

let folder: ChecksFolder;
let ssh: string;

beforeAll(async () => {
  folder = await createChecksFolder();
  await mkdir(path.join(folder.path, 'bin'));
  ssh = await folder.write('bin/ssh', fakeSsh);
  await chmod(ssh, 0o755);
});

beforeEach(async () => {
  await rm(path.join(folder.path, 'bin/calls'), {force: true});
});

afterAll(async () => {
  await folder[Symbol.asyncDispose]();
});

async function calls(): Promise<string[][]> {
  const text = await readFile(path.join(folder.path, 'bin/calls'), 'utf8');
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => line.split('\u001F').slice(0, -1));
}

describe('on ssh', () => {
  test('the connection is opened once, shared, and closed at the end', async () => {
    const run = await folder.run(
      checksFile(
        ...Array.from({length: 6}, (_, index) =>
          commandCheck(`c${index}`, `echo ${index}; pwd`, `on: ${ssh} -p 2222 me@far`),
        ),
      ),
      {jobs: 6},
    );
    expect(run.results.map(({outcome, output}) => [outcome, output?.text])).toEqual(
      Array.from({length: 6}, (_, index) => ['pass', `${index}\n/\n`]),
    );
    const made = await calls();
    expect(made.filter((words) => words.includes('-N'))).toHaveLength(1);
    expect(made.at(0)).toEqual(expect.arrayContaining(['-p', '2222', 'ControlMaster=auto']));
    expect(made.at(-1)).toEqual(expect.arrayContaining(['-O', 'exit', 'me@far']));
    const commands = made.slice(1, -1);
    expect(commands).toHaveLength(6);
    const paths = made.map((words) => words.find((word) => word.startsWith('ControlPath=')));
    expect(new Set(paths).size).toBe(1);
    for (const words of commands) {
      expect(words.slice(0, 2)).toEqual(['-p', '2222']);
      expect(words).toContain('BatchMode=yes');
      expect(words.at(-2)).toBe('me@far');
    }
    const sockets = path.dirname((paths[0] ?? '').replace('ControlPath=', ''));
    await expect(readdir(sockets)).rejects.toThrow('ENOENT');
  });

  test.each([
    ['text for the shell', String.raw`echo "a  b" '$HOME' | tr a-z A-Z; echo \\\\`, 'A  B $HOME\n'],
  ])('quotes %s once for the other shell', async (_name, command, expected) => {
    const result = await folder.check(
      `command: ${JSON.stringify(command)}\nexpect: {exit: 0}\non: [${ssh}, far]`,
    );
    expect(result.output?.text.startsWith(expected)).toBe(true);
  });

  test('passes lists, folders and settings through unchanged', async () => {
    const result = await folder.check(
      [
        `command: {run: [printf, "%s|", "a b", "it's", "$HOME", "", "*"], cwd: ${folder.path}/bin}`,
        'expect: {exit: 0}',
        `on: [${ssh}, far]`,
      ].join('\n'),
    );
    expect(result.output?.text).toBe("a b|it's|$HOME||*|");
    const second = await folder.check(
      `command: {run: 'echo "$A"; pwd', cwd: ${folder.path}/bin, env: {A: "x  y"}}\nexpect: {exit: 0}\non: [${ssh}, far]`,
    );
    expect(second.output?.text).toBe(`x  y\n${folder.path}/bin\n`);
  });

  test('words behind the host stand before the command', async () => {
    const result = await folder.check(
      `command: echo "$WHO"\nexpect: {stdout: them}\non: [${ssh}, far, env, "WHO=them"]`,
    );
    expect(result.outcome).toBe('pass');
  });

  test('a host that is not reached is unknown with the reason, not failed', async () => {
    const result = await folder.check(`command: ls\nexpect: {exit: 0}\non: ${ssh} down`);
    expect(result).toMatchObject({
      outcome: 'unknown',
      message:
        'There is no connection to down: ssh: connect to host down port 22: Connection refused.',
    });
  });

  test('a program that is missing over there is unknown, not failed', async () => {
    const result = await folder.check(`command: no-such-one\nexpect: {exit: 0}\non: ${ssh} far`);
    expect(result.outcome).toBe('unknown');
    expect(result.message).toMatch(/"no-such-one" is not where the command runs/);
  });

  test('a log, a process and a service can be asked for too', async () => {
    const run = await folder.run(
      checksFile(
        `  - {name: log, log: {command: "echo fine"}, expect: {forbid: /bad/}, on: [${ssh}, far]}`,
        `  - {name: process, process: {pattern: "no such proc[e]ss"}, expect: {running: false}, on: [${ssh}, far]}`,
        `  - {name: plugin, nagios: "echo OK - fine", on: [${ssh}, far]}`,
      ),
    );
    expect(run.results.map(({outcome, name}) => `${name} ${outcome}`)).toEqual([
      'log pass',
      'process pass',
      'plugin pass',
    ]);
    expect((await calls()).length).toBe(5);
  });
});

describe('on another prefix', () => {
  test('the command starts behind it, in the folder of the file', async () => {
    const run = await folder.run(
      checksFile(
        commandCheck('text', 'echo "$X"; pwd', 'on: [env, X=1]'),
        '  - name: list\n    command: [sh, -c, "echo $X"]\n    expect: {stdout: "a b"}\n    on: [env, "X=a b"]',
        commandCheck('words', 'echo "$X"', 'on: env X=3'),
      ),
    );
    expect(run.results.map(({outcome, output}) => [outcome, output?.text])).toEqual([
      ['pass', `1\n${folder.path}\n`],
      ['pass', 'a b\n'],
      ['pass', '3\n'],
    ]);
  });

  test('that is missing is unknown with how to get it', async () => {
    const result = await folder.check('command: ls\nexpect: {exit: 0}\non: kubectl-none exec x --');
    expect(result).toMatchObject({outcome: 'unknown'});
    expect(result.message).toMatch(/"kubectl-none" is not on this machine/);
  });
});

test('what would run is shown with its prefix', async () => {
  const file = await folder.read(
    checksFile(commandCheck('it', 'ls', 'on: [ssh, -i, "my key", far]')),
  );
  expect(file.checks.map(describeCheck)).toEqual([`it: command ls (on: ssh -i 'my key' far)`]);
  expect(file.checks[0]?.target).toBe(`ls (on: ssh -i 'my key' far)`);
});
