import {globSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {topics} from '../../../source/commands/help/help-topics.ts';
import {exitCodes} from '../../../source/commands/report-error.ts';
import {makePlace} from '../../e2e/place.ts';

const root = path.join(import.meta.dirname, '../../..');

test('the topic of the environment has each variable that the program reads', () => {
  const text = topics['environment']?.text ?? '';
  const read = globSync('source/**/*.{ts,tsx}', {cwd: root}).flatMap((file) => {
    const code = readFileSync(path.join(root, file), 'utf8');
    return [
      ...code.matchAll(/\bHANDOFF_WIZARD_[A-Z_]+/gu),
      ...code.matchAll(/process\.env\['([A-Z_]+)'\]/gu),
    ].map(([whole, name]) => name ?? whole);
  });
  // What Windows and a second place for data say is the system's own.
  const own = new Set(['WINDIR', 'LOCALAPPDATA', 'XDG_DATA_DIRS', 'SSH_TTY', 'SSH_CONNECTION']);
  const missing = [...new Set(read)].filter((name) => !own.has(name) && !text.includes(name));
  expect(missing).toEqual([]);
  expect(read.length).toBeGreaterThan(10);
});

test('the topic of exit codes has each of them', () => {
  const text = topics['exit-codes']?.text ?? '';
  for (const code of Object.values(exitCodes)) expect(text).toMatch(new RegExp(`^${code} `, 'mu'));
});

test('help tells of a command as its own option does, and of a topic; the misspelt is told', async () => {
  await using place = makePlace();
  const own = await place.run(['session', 'plan', '--help']);
  expect((await place.run(['help', 'session', 'plan'])).stdout).toBe(own.stdout);
  expect((await place.run(['help'])).stdout).toBe((await place.run(['--help'])).stdout);
  expect((await place.run(['help', 'formatting'])).stdout).toContain('--dry-run');
  const wrong = await place.run(['help', 'enviroment']);
  expect(wrong).toMatchObject({exitCode: 2, stdout: ''});
  expect(wrong.stderr).toBe(
    'There is no command or topic "enviroment".\nDid you mean "environment"?\n',
  );
  expect((await place.run(['help', 'session', 'pln'])).stderr).toContain('Did you mean "plan"?');
});

test('every group of the help has a title, and no command stands outside of one', async () => {
  await using place = makePlace();
  const {stdout} = await place.run(['--help']);
  expect(stdout).toMatch(/^Preparation:$/mu);
  expect(stdout).not.toMatch(/^Commands:$/mu);
  expect(stdout).toContain('exit-codes');
});

test.each([
  [['session', 'pln'], 'Did you mean plan?', 'session --help'],
  [['session', 'plan', '--minuts', '60', 'mon'], '--minutes', 'session plan --help'],
  [['item'], "Missing required argument 'item'", 'item --help'],
  [['nothing'], 'Unknown command', 'handoff-wizard --help'],
])('wrong usage of %j points to the help of that command', async (args, said, help) => {
  await using place = makePlace();
  const {exitCode, stdout, stderr} = await place.run(args);
  expect({exitCode, stdout}).toEqual({exitCode: 2, stdout: ''});
  expect(stderr).toContain(said);
  expect(stderr).toContain(help);
  const json = await place.run([...args, '--json']);
  const {error} = JSON.parse(json.stdout) as {error: {code: string; try: string}};
  expect(error.code).toBe('usage');
  expect(error.try).toContain(help);
});
