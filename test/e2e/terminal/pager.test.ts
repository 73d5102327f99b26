import {spawnSync} from 'node:child_process';
import {chmod, readFile, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {expect, test} from 'vitest';
import {ctrl} from '../../harness/keys.ts';
import {eventually} from '../eventually.ts';
import {makePlace, type Place} from '../place.ts';

const hasLess = spawnSync('less', ['--version']).status === 0;
const why = hasLess ? '' : ' (skipped: there is no less)';

/** A pager that keeps what it read and how it was told to look, and then says so. */
async function pager(place: Place, end = 'exit 0'): Promise<string> {
  const file = path.join(place.path, 'pager');
  const text = `#!/bin/sh\ncat >"${place.path}/read"\necho "paged with $* LESS=$LESS"\n${end}\n`;
  await writeFile(file, text);
  await chmod(file, 0o755);
  return file;
}

const wasRead = async (place: Place) => readFile(path.join(place.path, 'read'), 'utf8');

test.concurrent.each([
  ['status', ['status']],
  ['help', ['--help']],
  ['a topic of help', ['help', 'environment']],
  ['the help of a command', ['help', 'check']],
  ['a schema', ['schema', 'status']],
  ['data of documents', ['docs', 'data']],
])('%s is longer than the terminal and goes through the pager, whole', async (_, args) => {
  await using place = makePlace();
  await place.start();
  const PAGER = `"${await pager(place)}" -x`;
  await using terminal = place.open(args, {env: {PAGER}});
  expect(await terminal.exited).toMatchObject({exitCode: 0});
  expect(terminal.screen().join('\n')).toContain('paged with -x LESS=FRX');
  const plain = await place.run(args);
  const lines = (text: string) => text.split('\n').length;
  // Help is as wide as the terminal.
  expect(lines(await wasRead(place))).toBeGreaterThan(23);
  expect(lines(await wasRead(place))).toBe(lines(plain.stdout));
});

test.concurrent('what fits, what is told to have none, and what goes elsewhere has no pager', async () => {
  await using place = makePlace();
  await place.start();
  const PAGER = await pager(place);
  for (const [args, env] of [
    [['list'], {PAGER}],
    [['status', '--no-pager'], {PAGER}],
    [['--no-pager', '--help'], {PAGER}],
    [['status'], {PAGER, HANDOFF_WIZARD_PAGER: 'cat'}],
    [['status'], {PAGER: ''}],
  ] as const) {
    await using terminal = place.open(args, {env});
    expect(await terminal.exited).toMatchObject({exitCode: 0});
    expect(terminal.screen().join('\n')).not.toContain('paged with');
  }
  expect((await place.runAlone(['status'], {PAGER})).stdout).not.toContain('paged with');
  expect(await place.files(place.path)).not.toContain('read');
});

test.concurrent('the setting goes before PAGER, and the exit code is that of the answer', async () => {
  await using place = makePlace();
  await place.start();
  const set = await place.run(['config', 'set', 'pager', await pager(place)]);
  expect(set.exitCode, set.stderr).toBe(0);
  await using terminal = place.open(['gate'], {env: {PAGER: 'cat', LESS: 'i'}});
  expect(await terminal.exited).toMatchObject({exitCode: 3});
  expect(terminal.screen().join('\n')).toContain('paged with  LESS=i');
});

test.concurrent.each([
  ['is not there', 'nosuch-pager', 'could not be used'],
  ['is no program', 'less | cat', 'is no program with its arguments'],
])('a pager that %s is told, and all is printed', async (_, PAGER, said) => {
  await using place = makePlace();
  await place.start();
  await using terminal = place.open(['gate'], {env: {PAGER}});
  expect(await terminal.exited).toMatchObject({exitCode: 3});
  const rows = terminal.screen().join('\n');
  expect(rows).toContain(said);
  expect(rows).toContain('run the runbook that restores.');
});

test.concurrent('a pager that is left before it has read all is no error', async () => {
  await using place = makePlace();
  await place.start();
  const PAGER = 'head -n 2';
  await using terminal = place.open(['schema', 'status'], {env: {PAGER}});
  expect(await terminal.exited).toMatchObject({exitCode: 0});
  expect(terminal.screen().join('\n')).not.toContain('EPIPE');
  expect(terminal.screen().filter(Boolean)).toHaveLength(2);
});

test
  .skipIf(!hasLess)
  .concurrent(
    `less is the usual one: it takes keys, and Ctrl+C does not end it${why}`,
    async () => {
      await using place = makePlace();
      await place.start();
      await using terminal = place.open(['status']);
      const first = await terminal.waitFor(/^:$/mu);
      expect(first.join('\n')).toContain('Apex Banking');
      terminal.write(ctrl('c'));
      // It may drop keys that come with the interrupt.
      await eventually(() => {
        terminal.write('G');
        expect(terminal.screen().join('\n')).toContain('Checks: never run.');
      });
      terminal.write('q');
      expect(await terminal.exited).toMatchObject({exitCode: 0});
    },
  );
