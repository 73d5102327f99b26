import {chmod, lstat, readFile, stat, symlink} from 'node:fs/promises';
import path from 'node:path';
import {expect, test} from 'vitest';
import {makePlace} from '../place.ts';

const team =
  '\uFEFF# Go live\r\n\r\n- [ ] Tell people\r\n- [ ] Order a cake\r\n\r\n| Task | Status | Owner |\r\n|---|---|---|\r\n| Load test | Open |  |\r\n\r\n## Plain\r\n\r\n- Clean up\r\n- Sweep\r\n- Dust\r\n- Rinse\r\n';

async function started() {
  const place = makePlace();
  const file = await place.write('team.md', team);
  await place.run(['new', '--customer', 'A', '--system', 'B', '--playbook', file]);
  await place.run(['item', 'Tell people', 'done', '--owner', 'Jo']);
  await place.run(['item', 'Order a cake', 'na', '--reason', 'Nobody eats cake here']);
  await place.run(['item', 'Load test', 'done', '--owner', 'Lee']);
  await place.run(['item', 'Clean up', 'done']);
  return {place, file};
}

const ticked = team
  .replace('[ ] Tell people', '[x] Tell people')
  .replace('Order a cake', '~~Order a cake~~')
  .replace('| Open |  |', '| Done | Lee |');

test.concurrent('a copy has the boxes ticked and every other byte the same', async () => {
  const {place, file} = await started();
  await using _ = place;
  const out = path.join(path.dirname(file), 'out', 'ticked.md');
  const {exitCode, stdout} = await place.run(['playbook', 'export', '--out', out]);
  expect(exitCode).toBe(0);
  expect(await readFile(out, 'utf8')).toBe(ticked);
  expect(await readFile(file, 'utf8')).toBe(team);
  expect(stdout).toContain(`${out}: 2 ticked, 1 not applicable, 1 owner.`);
  expect(stdout).toContain('The file has no box for "Clean up". --boxes gives one');
  expect(stdout).toContain('The file has no place for the owner of "Tell people".');

  const other = await place.run(['playbook', 'export', '--boxes', '--out', out]);
  expect(other).toMatchObject({exitCode: 2});
  expect(other.stderr).toContain('There is a file');
  const own = await place.run(['playbook', 'export', '--out', file]);
  expect(own.stderr).toContain('--in-place');
  expect(await readFile(file, 'utf8')).toBe(team);
});

test.concurrent('entries that get a box are told as that, and are not open again', async () => {
  const {place} = await started();
  await using _ = place;
  const {stderr} = await place.run(['playbook', 'export', '--boxes', '--out', '-']);
  expect(stderr).toMatch(/\d given a box/u);
  expect(stderr).not.toContain('open again');
});

test.concurrent('the file itself is written with its mode, and is known from then on', async () => {
  const {place, file} = await started();
  await using _ = place;
  await chmod(file, 0o640);
  const first = await place.run(['playbook', 'export', '--in-place', '--json']);
  const {handoff, files} = JSON.parse(first.stdout) as {
    handoff: string;
    files: {sha256: string; lines: number[]; unwritten: {text: string; why: string}[]}[];
  };
  expect(files[0]?.lines).toEqual([3, 4, 8]);
  expect(files[0]?.unwritten.map(({text, why}) => `${text}: ${why}`)).toContain(
    'Clean up: no-place',
  );
  expect(await readFile(file, 'utf8')).toBe(ticked);
  expect((await stat(file)).mode & 0o777).toBe(0o640);
  const {journal} = await place.stored(handoff);
  expect(journal.at(-1)).toMatchObject({
    type: 'playbook/exported',
    path: file,
    sha256: files[0]?.sha256,
  });

  await place.run(['item', 'Tell people', 'open']);
  const again = await place.run(['playbook', 'export', '--in-place']);
  expect(again.stdout).toContain('1 open again');
  expect(await readFile(file, 'utf8')).toBe(ticked.replace('[x] Tell people', '[ ] Tell people'));
});

test.concurrent('a file behind a link stays there, and the link a link', async () => {
  await using place = makePlace();
  const file = await place.write('shared.md', '- [ ] Tell people\n- [ ] Go\n');
  const link = path.join(path.dirname(file), 'team.md');
  await symlink(file, link);
  await place.run(['new', '--customer', 'A', '--system', 'B', '--playbook', link]);
  await place.run(['item', 'Tell people', 'done']);
  await place.run(['playbook', 'export', '--in-place']);
  expect(await readFile(file, 'utf8')).toBe('- [x] Tell people\n- [ ] Go\n');
  expect((await lstat(link)).isSymbolicLink()).toBe(true);
});

test.concurrent('a file that has changed is left alone', async () => {
  const {place, file} = await started();
  await using _ = place;
  await place.write('team.md', `${team}- [ ] New\r\n`);
  for (const options of [['--in-place'], ['--diff'], ['--out', '-']]) {
    const {exitCode, stdout, stderr} = await place.run(['playbook', 'export', ...options]);
    expect({exitCode, stdout}).toEqual({exitCode: 2, stdout: ''});
    expect(stderr).toContain(`${file} has changed since`);
  }
  expect(await readFile(file, 'utf8')).toBe(`${team}- [ ] New\r\n`);
});

test.concurrent('what would change is shown, and nothing is written', async () => {
  const {place, file} = await started();
  await using _ = place;
  const {stdout, stderr} = await place.run(['playbook', 'export', '--diff']);
  expect(stdout).toContain('@@ -1,11 +1,11 @@');
  expect(stdout).toContain(
    '-- [ ] Tell people\n-- [ ] Order a cake\n+- [x] Tell people\n+- [ ] ~~Order a cake~~\n',
  );
  expect(stderr).toContain('2 ticked');
  expect(await readFile(file, 'utf8')).toBe(team);
  expect((await place.run(['playbook', 'export', '--out', '-'])).stdout).toBe(ticked);
  const bare = await place.run(['playbook', 'export']);
  expect(bare).toMatchObject({exitCode: 2});
  expect(bare.stderr).toContain('--in-place');
});

test.concurrent('the built-in playbook is copied, and never written into', async () => {
  await using place = makePlace();
  await place.run(['new', '--customer', 'A', '--system', 'B']);
  await place.run(['item', 'customer-team-trained', 'na', '--reason', 'They know it from before']);
  const {exitCode, stderr} = await place.run(['playbook', 'export', '--in-place']);
  expect(exitCode).toBe(2);
  expect(stderr).toContain('belongs to the program');
  expect((await place.run(['playbook', 'export', '--out', '-'])).exitCode).toBe(0);
});

test.concurrent('what was added during the handoff is told, and not written', async () => {
  const {place, file} = await started();
  await using _ = place;
  const {stdout} = await place.run(['status', '--json']);
  expect(stdout).toContain('Tell people');
  const added = await place.run(['item', 'add', 'Go live', 'Water the plants']);
  expect(added).toMatchObject({exitCode: 0});
  await place.run(['item', 'Water the plants', 'done']);
  const back = await place.run(['playbook', 'export', '--in-place']);
  expect(back.stdout).toContain('Not in the file: 1 settled item that the handoff');
  expect(await readFile(file, 'utf8')).toBe(ticked);
});
