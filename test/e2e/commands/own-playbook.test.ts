import {mkdir, readFile, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {expect, test} from 'vitest';
import {makePlace} from '../place.ts';

const wanted = ['new', '--customer', 'Apex Banking', '--system', 'Payments API'];
const id = 'apex-banking-payments-api';

test.concurrent('playbook new writes one to begin with, which is understood whole and can be followed', async () => {
  await using place = makePlace();
  const written = await place.run(['playbook', 'new', 'cutover']);
  const file = path.join(place.home, 'playbooks', 'cutover.md');
  expect(written.stdout).toContain(`Written: ${file}\n`);
  expect(written.stdout).toContain('--playbook cutover\n');
  const linted = await place.run(['playbook', 'lint', 'cutover']);
  expect(linted).toMatchObject({exitCode: 0, stderr: ''});
  expect(linted.stdout).toBe(`${file}: 9 items in 3 phases, no notice.\n`);
  expect(await place.run([...wanted, '--playbook', 'cutover'])).toMatchObject({exitCode: 0});
  const {phases} = (await place.stored(id)).handoff.playbook;
  expect(phases.map(({kind}) => kind)).toEqual(['preparation', 'session', 'post-handoff']);
});

test.concurrent('playbook eject writes the built-in playbook to the workspace, and it is followed from then on', async () => {
  await using place = makePlace();
  const {stdout} = await place.run(['playbook', 'eject']);
  const file = path.join(place.workspace, '.handoff', 'playbook.md');
  expect(stdout).toContain(`Written: ${file}\nHandoffs that are started for this folder follow it`);
  expect(await readFile(file, 'utf8')).toBe(await readFile('templates/playbook.md', 'utf8'));
  await place.run(wanted);
  const {playbookSource, playbook} = (await place.stored(id)).handoff;
  expect(playbookSource).toBe(file);
  expect(playbook.gates).toBeDefined();
});

test.concurrent.each([
  ['eject', []],
  ['eject', ['docs/playbook.md']],
  ['new', ['docs/playbook.md']],
  ['new', ['mine']],
])('playbook %s never writes over a file: %s', async (command, args) => {
  await using place = makePlace();
  const files = [
    path.join(place.workspace, '.handoff', 'playbook.md'),
    path.join(place.workspace, 'docs', 'playbook.md'),
    path.join(place.home, 'playbooks', 'mine.md'),
  ];
  for (const file of files) {
    await mkdir(path.dirname(file), {recursive: true});
    await writeFile(file, 'Mine.\n');
  }
  const {exitCode, stdout, stderr} = await place.run(['playbook', command, ...args]);
  expect({exitCode, stdout}).toEqual({exitCode: 2, stdout: ''});
  expect(stderr).toContain('is there already, and stays as it is.');
  for (const file of files) expect(await readFile(file, 'utf8')).toBe('Mine.\n');
});

test.concurrent.each([
  ['no name', ' ', 'needs a name or a file'],
  ['a name of points', '..', 'is no name of a playbook'],
  ['a place under a file', 'file.md/inner.md', 'could not be made'],
])('playbook new with %s writes nothing', async (_, name, said) => {
  await using place = makePlace();
  await place.write('file.md', '');
  const {exitCode, stderr} = await place.run(['playbook', 'new', name]);
  expect(exitCode).toBe(2);
  expect(stderr).toContain(said);
  expect(await place.files(place.workspace)).toEqual(['file.md']);
});

test.concurrent('playbook lint names the place of each notice, of every file', async () => {
  await using place = makePlace();
  const good = await place.write('good.md', '- [ ] Tell people\n');
  const odd = await place.write(
    'odd.md',
    '---\ndue: {tell-peple: 1 day after session}\n---\n- [x] Tell people\n',
  );
  await place.write('empty.md', '');
  expect(await place.run(['playbook', 'lint', 'good.md'])).toEqual({
    exitCode: 0,
    stdout: `${good}: 1 item in 1 phase, no notice.\n`,
    stderr: '',
  });
  const notices = await place.run(['playbook', 'lint', 'good.md', 'odd.md']);
  expect(notices).toMatchObject({exitCode: 4, stderr: ''});
  expect(notices.stdout.split('\n').slice(1)).toEqual([
    `${odd}:2:7: There is no item "tell-peple"; did you mean "tell-people"?`,
    `${odd}:4:1: 1 entry is ticked in the file; a handoff starts with it done.`,
    '',
  ]);
  const broken = await place.run(['playbook', 'lint', 'nowhere.md', 'empty.md', 'odd.md']);
  expect(broken.exitCode).toBe(2);
  expect(broken.stderr).toContain('nowhere.md: There is no such file');
  expect(broken.stderr).toContain('empty.md:1:1: The file is empty');
  expect(broken.stdout).toContain(`${odd}:2:7: `);
  const data = await place.run(['playbook', 'lint', '--json', 'odd.md', 'empty.md', 'nobody']);
  expect(data.exitCode).toBe(2);
  expect(JSON.parse(data.stdout)).toMatchObject({
    format: 1,
    errors: 2,
    notices: 2,
    found: [
      {level: 'notice', file: odd, line: 2, column: 7},
      {level: 'notice', file: odd, line: 4, column: 1},
      {level: 'error', line: 1, column: 1},
      {level: 'error', file: 'nobody'},
    ],
  });
});
