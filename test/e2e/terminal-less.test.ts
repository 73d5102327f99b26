import {execa} from 'execa';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {openTerminal} from '../harness/terminal.ts';
import {makePlace, program, type Place} from './place.ts';

// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
const escape = /\u{1B}|\u{9B}/u;

/** Runs the program in a shell in a pseudo-terminal, and gives what came out of it into a file. */
async function inShell(place: Place, command: string) {
  await using terminal = openTerminal({
    command: '/bin/sh',
    args: [
      '-c',
      // It stays until it is killed: what a program writes at its very end may never reach a terminal.
      `wizard() { '${process.execPath}' '${program}' "$@"; }; ${command}; echo "ended with $?"; exec sleep 600`,
    ],
    env: place.env,
    cwd: place.workspace,
    cols: 120,
  });
  await terminal.waitFor(/ended with \d+$/m);
  return terminal.screen().join('\n');
}

test.concurrent('TERM=dumb prints the overview in plain text and opens no screen', async () => {
  await using place = makePlace();
  const id = await place.start();
  const screen = await inShell(place, 'TERM=dumb wizard; echo "first $?"; TERM=dumb wizard resume');
  expect(screen).toContain(id);
  expect(screen).toMatch(/lists all commands\.[^]*first 0[^]*needs a terminal[^]*ended with 2/);
});

test.concurrent('with a stdin or stdout that is no terminal the overview is printed', async () => {
  await using place = makePlace();
  const id = await place.start();
  const screen = await inShell(place, 'wizard < /dev/null; echo "first $?"; wizard | cat');
  expect(screen.split(id)).toHaveLength(3);
  expect(screen).toMatch(/lists all commands\.[^]*first 0[^]*lists all commands\.[^]*ended with 0/);
});

describe('without a terminal', () => {
  let place: Place;

  beforeAll(async () => {
    place = makePlace();
    await place.start();
    await place.write(
      'handoff.yaml',
      "checks:\n  - name: It is ready\n    command: printf '\\033[31mred'; exit 1\n    expect: {exit: 0}\n",
    );
  });
  afterAll(() => place[Symbol.asyncDispose]());

  test.concurrent.each([
    ['the overview', [], 0],
    ['status', ['status'], 0],
    ['check', ['check', '--trust'], 3],
    ['an unknown command', ['frob'], 2],
    ['resume', ['resume'], 2],
  ] as const)('%s writes no escape sequence where there is no terminal', async (_, args, code) => {
    const {exitCode, stdout, stderr} = await place.run(args);
    expect(exitCode).toBe(code);
    expect(stdout + stderr).not.toMatch(escape);
  });
});

test.concurrent('a reader that goes away early is no error', async () => {
  await using place = makePlace();
  const items = Array.from(
    {length: 1500},
    (_, index) => `- [ ] Item number ${index} of a long list`,
  );
  await place.write('long.md', `# Long\n\n${items.join('\n')}\n`);
  const {stdout, stderr} = await execa({
    cwd: place.workspace,
    env: place.env,
    extendEnv: false,
  })`/bin/sh -c ${`{ '${process.execPath}' '${program}' playbook show long.md --json; echo "ended with $?" >&2; } | head -n 1`}`;
  expect(stdout).toBe('{');
  expect(stderr).toBe('ended with 0');
});
