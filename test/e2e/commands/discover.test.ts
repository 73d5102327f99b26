import {existsSync} from 'node:fs';
import {expect, test} from 'vitest';
import {makePlace} from '../place.ts';

test.concurrent('discover prints what a folder says, as text and as data', async () => {
  await using place = makePlace();
  await place.write('.env', 'LOG_LEVEL=debug\nDB_PASSWORD=hunter2horse\n');
  const text = await place.run(['discover']);
  expect(text).toMatchObject({exitCode: 0, stderr: ''});
  expect(text.stdout).toBe(
    [
      'Settings 2',
      '  LOG_LEVEL    value in .env, not shown · source of truth .env  .env:1',
      '  DB_PASSWORD  value in .env, not shown · source of truth .env  .env:2',
      '',
      '2 drafts from 1 file. None is a fact before a person takes it.',
      '',
    ].join('\n'),
  );
  const data = await place.run(['discover', '.', '--json']);
  expect(JSON.parse(data.stdout)).toEqual({
    format: 1,
    drafts: ['LOG_LEVEL', 'DB_PASSWORD'].map((name, index) => ({
      kind: 'row',
      key: `row settings ${name}`,
      register: 'settings',
      fields: {name, value: 'in .env, not shown', source: '.env'},
      source: `.env:${index + 1}`,
    })),
    suggestions: [],
    read: ['.env'],
    left: [],
    problems: [],
  });
});

test.concurrent('discover needs no handoff, and starts none', async () => {
  await using place = makePlace();
  expect(await place.run(['discover'])).toMatchObject({exitCode: 0});
  expect(existsSync(place.home)).toBe(false);
});

test.concurrent('discover warns with 4 of a file that it does not understand', async () => {
  await using place = makePlace();
  await place.write('.env', 'A=1\n?\n');
  const {exitCode, stdout} = await place.run(['discover']);
  expect(exitCode).toBe(4);
  expect(stdout).toContain('Not understood\n  .env:2: This is neither a variable nor a comment.\n');
});

test.concurrent.each([
  ['a folder that is not there', 'nowhere'],
  ['a file', '.env'],
])('discover of %s gives 2', async (_, folder) => {
  await using place = makePlace();
  await place.write('.env', 'A=1\n');
  const {exitCode, stdout, stderr} = await place.run(['discover', folder]);
  expect({exitCode, stdout}).toEqual({exitCode: 2, stdout: ''});
  expect(stderr).toContain(folder);
});

test.concurrent('discover --live shows its commands, and runs none that nobody agreed to', async () => {
  await using place = makePlace();
  const {exitCode, stdout, stderr} = await place.run(['discover', '--live']);
  expect({exitCode, stdout}).toEqual({exitCode: 2, stdout: ''});
  expect(stderr).toContain('  ss -H -tulpn\n');
  expect(stderr).toContain('Nothing of it was run. Read it, then run again with --yes.');
  const listed = await place.run(['discover', '--live', '--json']);
  expect(listed.exitCode).toBe(4);
  const {commands, drafts} = JSON.parse(listed.stdout) as {
    commands: {command: string; ran: boolean}[];
    drafts: unknown[];
  };
  expect(drafts).toEqual([]);
  expect(commands).toContainEqual({
    command: 'ss -H -tulpn',
    ran: false,
    why: 'nobody agreed to it',
  });
  expect(commands.filter(({ran}) => ran)).toEqual([]);
});

test.concurrent('discover --on without --live gives 2', async () => {
  await using place = makePlace();
  const {exitCode, stderr} = await place.run(['discover', '--on', 'ssh shop-1']);
  expect(exitCode).toBe(2);
  expect(stderr).toContain('Add --live.');
});
