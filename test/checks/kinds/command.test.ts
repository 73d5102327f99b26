import {Buffer} from 'node:buffer';
import {execFile} from 'node:child_process';
import {createHash} from 'node:crypto';
import {mkdir} from 'node:fs/promises';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {promisify} from 'node:util';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {createChecksFolder, type ChecksFolder} from '../checks-folder.ts';
import {isRunning, pidsIn} from '../servers/processes.ts';
import {linesIn, stopClock} from '../stood-clock.ts';

let folder: ChecksFolder;

beforeAll(async () => {
  folder = await createChecksFolder();
});

afterAll(async () => {
  await folder[Symbol.asyncDispose]();
});

describe('what a command gives is judged', () => {
  test('exit code, stdout, stderr, JSON and duration, met', async () => {
    const result = await folder.check(`
command: echo '{"status":"ok"}'; echo careful >&2; exit 3
expect: {exit: 3, stdout: /ok/, stderr: careful, json: {$.status: ok}, duration: {below: 1h}}`);
    expect(result).toMatchObject({outcome: 'pass', kind: 'command', code: 3});
    expect(result.findings.map(({subject, actual, isMet}) => [subject, actual, isMet])).toEqual([
      ['exit', '3', true],
      ['stdout', '{"status":"ok"}', true],
      ['stderr', 'careful', true],
      ['json $.status', '"ok"', true],
      ['duration', expect.stringMatching(/^[\d.]+ m?s$/), true],
    ]);
  });

  test('unmet expectations fail and say what was expected and what was', async () => {
    const result = await folder.check(`
command: printf 'one\\npod-1 CrashLoop\\n'; exit 4
expect: {exit: 0, stdout: {not: /Crash/}, json: {$.a: 1}}
fix: Restart it.
proves: restart-services
tags: [pods]`);
    expect(result).toMatchObject({
      outcome: 'fail',
      message: 'exit: expected 0, was 4 (and 2 more)',
      fix: 'Restart it.',
      proves: 'restart-services',
      tags: ['pods'],
    });
    expect(result.findings).toEqual([
      {subject: 'exit', expected: '0', actual: '4', isMet: false, level: 'expect'},
      {
        subject: 'stdout',
        expected: 'no match of /Crash/',
        actual: 'pod-1 CrashLoop',
        isMet: false,
        level: 'expect',
      },
      {
        subject: 'json $.a',
        expected: '1',
        actual: 'not JSON: one ⏎ pod-1 CrashLoop',
        isMet: false,
        level: 'expect',
      },
    ]);
  });

  test('a command that fails is no pass because nothing else was said', async () => {
    const result = await folder.check(`
command: echo nothing wrong; exit 1
expect: {stdout: {not: /ERROR/}}`);
    expect(result).toMatchObject({outcome: 'fail', message: 'exit: expected 0, was 1'});
  });

  test('only an unmet warning warns', async () => {
    const result = await folder.check(
      'command: echo 80%\nexpect: {stdout: {below: 90%}}\nwarn: {stdout: {below: 75%}}',
    );
    expect(result).toMatchObject({outcome: 'warn', message: 'stdout: expected below 75%, was 80%'});
  });

  test('output is evidence with the count and hash of every byte', async () => {
    const result = await folder.check('command: printf "a\\nb"\nexpect: {exit: 0}');
    expect(result.output).toEqual({
      text: 'a\nb',
      bytes: 3,
      sha256: createHash('sha256').update('a\nb').digest('hex'),
      isTruncated: false,
      redacted: [],
    });
  });
});

describe('how it runs', () => {
  test('a list runs without a shell', async () => {
    const result = await folder.check("command: [echo, '$HOME; *']\nexpect: {stdout: '$HOME; *'}");
    expect(result.outcome).toBe('pass');
  });

  test('a command called true is the program', async () => {
    expect(await folder.check('command: true\nexpect: {exit: 0}')).toMatchObject({outcome: 'pass'});
  });

  test('in the folder of the file, or in the folder it says, with its environment', async () => {
    await mkdir(path.join(folder.path, 'sub'), {recursive: true});
    const here = await folder.check(`command: pwd\nexpect: {stdout: ${folder.path}}`);
    const below = await folder.check(`
command: {run: 'pwd; echo $A', cwd: sub, env: {A: 5}}
expect: {stdout: "${folder.path}/sub\\n5"}`);
    expect([here.outcome, below.outcome]).toEqual(['pass', 'pass']);
  });

  test('stdin is empty', async () => {
    const result = await folder.check('command: cat; echo end\nexpect: {stdout: end}');
    expect(result.outcome).toBe('pass');
  });

  test('a signal is an exit code as in a shell', async () => {
    const result = await folder.check('command: kill -KILL $$\nexpect: {exit: 0}');
    expect(result).toMatchObject({outcome: 'fail', code: 137});
    expect(result.findings[0]?.actual).toBe('137 (SIGKILL)');
  });
});

describe('what cannot be judged is unknown', () => {
  test.each([
    [
      'a program the shell does not find',
      'command: kubectl-of-nowhere get pods',
      /"kubectl-of-nowhere" is not on this machine or not on PATH\. Install it/,
    ],
    [
      'a program that a list names',
      'command: [kubectl-of-nowhere]',
      /"kubectl-of-nowhere" is not on this machine/,
    ],
    ['a path that does not exist', 'command: [./nowhere]', /\.\/nowhere does not exist/],
    ['a file that is no program', 'command: [./plain]', /cannot be started: permission denied/],
    ['a file the shell cannot execute', 'command: ./plain', /could not execute/],
    [
      'a folder that does not exist',
      'command: {run: ls, cwd: nowhere}',
      /There is no folder .*nowhere/,
    ],
  ])('%s', async (_name, line, message) => {
    await folder.write('plain', 'text');
    const result = await folder.check(`${line}\nexpect: {exit: 0}`);
    expect(result.outcome).toBe('unknown');
    expect(result.message).toMatch(message);
  });

  test('unless exactly that was expected', async () => {
    const result = await folder.check('command: nothing-of-that-name\nexpect: {exit: 127}');
    expect(result.outcome).toBe('pass');
  });
});

describe('nothing is left running', () => {
  const stubborn = `trap '' TERM; echo $$ >> pids; (trap '' TERM; sh -c "trap '' TERM; echo \\$\\$ >> pids; sleep 60" & sleep 60) & sleep 60`;

  test('after a timeout, not even grandchildren that ignore SIGTERM', async () => {
    await folder.write('pids', '');
    using clock = stopClock(['setTimeout']);
    const checking = folder.check(`command: |-\n  ${stubborn}\nexpect: {exit: 0}\ntimeout: 1500ms`);
    await linesIn(path.join(folder.path, 'pids'), 2);
    clock.pass(1500);
    expect(await checking).toMatchObject({
      outcome: 'fail',
      message: 'It did not end within 1.5 s.',
    });
    const pids = await pidsIn(path.join(folder.path, 'pids'));
    expect(pids).toHaveLength(2);
    expect(await Promise.all(pids.map(isRunning))).toEqual([false, false]);
  });

  test('after a command that leaves a child holding its output open', async () => {
    await folder.write('pids', '');
    const result = await folder.check(
      'command: sleep 60 & echo $! > pids; echo done\nexpect: {stdout: done}',
    );
    expect(result.outcome).toBe('pass');
    const pids = await pidsIn(path.join(folder.path, 'pids'));
    expect(await Promise.all(pids.map(isRunning))).toEqual([false]);
  });

  test('and a child that left the group does not hold the check up', async () => {
    await folder.write('pids', '');
    const result = await folder.check(
      "command: setsid sh -c 'echo $$ > pids; echo ready; exec sleep 60' & while [ ! -s pids ]; do :; done\nexpect: {exit: 0}\ntimeout: 20s",
    );
    expect(result.outcome).toBe('pass');
    for (const pid of await pidsIn(path.join(folder.path, 'pids'))) process.kill(pid);
  });

  test('but what a changing check started stays', async () => {
    await folder.write('pids', '');
    const result = await folder.check(
      'command: sleep 60 > log & echo $! > pids\nexpect: {exit: 0}\neffect: changes',
      {allowChanges: true},
    );
    expect(result.outcome).toBe('pass');
    const pids = await pidsIn(path.join(folder.path, 'pids'));
    expect(await Promise.all(pids.map(isRunning))).toEqual([true]);
    for (const pid of pids) process.kill(pid);
  });
});

describe('long output', () => {
  test('keeps head, tail and the hash of everything, and judges all of it', async () => {
    const line = `${'x'.repeat(99)}\n`;
    const text = `first\n${line.repeat(30_000)}the middle\n${line.repeat(30_000)}last\n`;
    await folder.write('long', text);
    const result = await folder.check(
      'command: cat long\nexpect: {stdout: {all: [/^first/, /last$/m, /the middle/, {not: /nowhere/}]}}',
    );
    const bad = await folder.check('command: cat long\nexpect: {stdout: {not: /the m.ddle/}}');
    expect([result.outcome, bad.outcome]).toEqual(['pass', 'fail']);
    expect(bad.message).toBe('stdout: expected no match of /the m.ddle/, was the middle');
    const {output} = result;
    expect(output).toMatchObject({
      bytes: text.length,
      sha256: createHash('sha256').update(text).digest('hex'),
      isTruncated: true,
    });
    expect(output?.text).toMatch(
      /^first\nx+\n[^]*\n\[… 5\.\d+ MiB of 5\.\d+ MiB left out …\]\n[^]*\nlast\n$/,
    );
    expect(output?.text.length).toBeLessThan(66 * 1024);
  });

  test('too long for JSON is said to be so', async () => {
    const result = await folder.check(
      'command: head -c 70000000 /dev/zero | tr "\\\\0" 1\nexpect: {json: {$.a: 1}}',
    );
    expect(result.findings.find(({subject}) => subject === 'json $.a')?.actual).toMatch(
      /^not known: it is 66\.8 MiB long, and JSON is read up to 64 MiB/,
    );
  });

  test('a gibibyte takes at most 64 MiB of memory', async () => {
    const path = await folder.write(
      'big.yaml',
      `checks:
  - {name: small, command: 'head -c 4000000 /dev/zero', expect: {exit: 0}}
  - {name: big, timeout: 10m, command: 'head -c 1073741824 /dev/zero', expect: {exit: 0}}`,
    );
    const script = fileURLToPath(new URL('../measure-memory.ts', import.meta.url));
    const {stdout} = await promisify(execFile)(process.execPath, [script, path]);
    const {growth, bytes} = JSON.parse(stdout) as {growth: number; bytes: number};
    expect(bytes).toBe(1_073_741_824);
    expect(growth).toBeLessThan(64 * 1024 * 1024);
  });
});

describe('what comes out is harmless', () => {
  test('escapes and secrets are gone from messages, findings and evidence', async () => {
    const result = await folder.check(
      `
command: printf '\\033]0;owned\\007\\033[31mred\\033[0m password=hunter2'
expect: {stdout: fine}`,
    );
    expect(result.findings[1]?.actual).toBe('red password=[redacted: password]');
    expect(result.output).toMatchObject({
      text: 'red password=[redacted: password]',
      redacted: ['password'],
    });
  });

  test('a value of the environment never comes back, not even encoded', async () => {
    const secret = 'opensesame42';
    const result = await folder.check(
      `
command: "echo \${env.SECRET}; printf %s \${env.SECRET} | base64; exit 1"
expect: {exit: 0, stdout: "nothing of \${env.SECRET}"}
fix: Ask for \${env.SECRET}`,
      {environment: {SECRET: secret}},
    );
    const text = JSON.stringify(result);
    expect(result.outcome).toBe('fail');
    expect(text).not.toContain(secret);
    expect(text).not.toContain(Buffer.from(secret).toString('base64').slice(0, 12));
    expect(result.target).toBe('echo ${env.SECRET}; printf %s ${env.SECRET} | base64; exit 1');
    expect(result.output?.redacted).toEqual(['secret value']);
  });

  test('a secret across the cut of a long output leaves no half behind', async () => {
    const token = ['ghp', 'wWPw5k4aXcaT4fNP0UcnZwJUVFk6LO0pINUx'].join('_');
    const before = 32 * 1024 - 10;
    await folder.write(
      'cut',
      `${'a '.repeat(before / 2)}${token} ${'b '.repeat(200_000)}${token} ${'c '.repeat(before / 2)}`,
    );
    const result = await folder.check('command: cat cut\nexpect: {exit: 0}');
    expect(result.output?.isTruncated).toBe(true);
    expect(result.output?.text).not.toMatch(/ghp_|wWPw|INUx/);
  });
});
