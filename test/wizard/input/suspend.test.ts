import {fileURLToPath} from 'node:url';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {buildFixture, type Fixture} from '../../harness/build-fixture.ts';
import {openTerminal} from '../../harness/terminal.ts';

let program: Fixture;

beforeAll(async () => {
  program = await buildFixture(fileURLToPath(new URL('suspend-program.tsx', import.meta.url)));
});

afterAll(async () => program.remove());

function open() {
  return openTerminal({
    command: process.execPath,
    args: [program.path],
    cols: 60,
    rows: 10,
  });
}

test('a child program gets every key while it has the terminal', async () => {
  await using terminal = open();
  await terminal.waitFor('starting');
  terminal.kill('SIGUSR2');
  await terminal.waitFor('typed .');
  for (let round = 1; round <= 3; round += 1) {
    terminal.write('e');
    await terminal.waitFor(`child ${round} is ready`);
    const line = `${'0123456789'.repeat(2)}${round}`;
    terminal.write(`${line}\r`);
    for (const letter of line) terminal.write(letter);
    terminal.write('\r');
    await terminal.waitFor((rows) => rows.join('').includes(`got ${line} and ${line}`));
    terminal.write('\r');
    await terminal.waitFor(/^typed \./);
  }
  terminal.write('ab');
  expect(await terminal.waitFor('typed ab')).toContain('typed ab.');
});

test('keys typed before the program listens are all there, and it ends by itself', async () => {
  await using terminal = open();
  await terminal.waitFor('starting');
  terminal.write('typing');
  await terminal.waitFor('typing');
  terminal.kill('SIGUSR2');
  await terminal.waitFor(/typed typing\./);
  terminal.write('q');
  expect(await terminal.exited).toEqual({exitCode: 0, signal: 0});
});
