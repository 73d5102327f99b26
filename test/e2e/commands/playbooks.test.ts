import {execFileSync} from 'node:child_process';
import {mkdir, readFile, symlink, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {expect, test} from 'vitest';
import {makePlace, type Place} from '../place.ts';

const wanted = ['new', '--customer', 'Apex Banking', '--system', 'Payments API'];
const id = 'apex-banking-payments-api';

interface Listed {
  readonly format: number;
  readonly playbooks: readonly {
    readonly name: string;
    readonly place: string;
    readonly title?: string;
    readonly items?: number;
    readonly problem?: string;
  }[];
  readonly folders: readonly {readonly place: string; readonly commit?: string}[];
  readonly passedOver: readonly {readonly path: string; readonly why: string}[];
}

async function put(file: string, text: string): Promise<void> {
  await mkdir(path.dirname(file), {recursive: true});
  await writeFile(file, text);
}

/** A workspace, a person and a team with a playbook each. */
async function withPlaybooks(): Promise<Place & {readonly team: string}> {
  const place = makePlace();
  const team = path.join(place.path, 'team');
  await put(
    path.join(place.workspace, '.handoff', 'playbook.md'),
    '# Ours\n\n- [ ] Of the workspace\n',
  );
  await put(path.join(place.home, 'playbooks', 'mine.md'), '# Mine\n\n- [ ] Of the person\n');
  await put(path.join(team, 'cutover.md'), '# Cutover\n\n- [ ] Of the team\n');
  await put(path.join(team, 'big', '1.md'), '# Big\n\n- [ ] One\n');
  await put(path.join(team, 'big', '2.md'), '# Big\n\n- [ ] Two\n');
  await put(path.join(team, 'README.md'), 'About this folder.\n');
  await place.run(['config', 'set', 'playbooks', team]);
  return {...place, team};
}

async function list(place: Place): Promise<Listed> {
  const {exitCode, stdout} = await place.run(['playbook', 'list', '--json']);
  expect(exitCode).toBe(0);
  return JSON.parse(stdout) as Listed;
}

const firstItem = async (place: Place, handoff = id) =>
  (await place.stored(handoff)).handoff.playbook.phases[0]?.steps[0]?.items[0]?.text;

test.concurrent('playbook list tells what can be chosen, where it lies and how much it holds', async () => {
  await using place = await withPlaybooks();
  const {format, playbooks} = await list(place);
  expect(format).toBe(1);
  expect(playbooks.map(({name, place, title, items}) => [name, place, title, items])).toEqual([
    ['workspace', 'workspace', 'Ours', 1],
    ['mine', 'yours', 'Mine', 1],
    ['cutover', 'team', 'Cutover', 1],
    ['big', 'team', 'Big', 2],
    ['built-in', 'built-in', 'System handoff', 96],
  ]);
  const {stdout} = await place.run(['playbook', 'list']);
  expect(stdout).toMatch(/^cutover +team +Cutover +1 item in 1 phase$/mu);
  expect(stdout).toContain(`team: ${place.team}`);
});

test.concurrent.each([
  ['mine', 'Of the person'],
  ['cutover', 'Of the team'],
  ['Cutover', 'Of the team'],
  ['big', 'One'],
  ['workspace', 'Of the workspace'],
])('new --playbook %s follows the playbook of that name', async (name, item) => {
  await using place = await withPlaybooks();
  const {exitCode} = await place.run([...wanted, '--playbook', name]);
  expect(exitCode).toBe(0);
  expect(await firstItem(place)).toBe(item);
});

test.concurrent('a path wins over a name, and a folder of sources does not hide one', async () => {
  await using place = await withPlaybooks();
  await mkdir(path.join(place.workspace, 'cutover'));
  await place.run([...wanted, '--playbook', 'cutover']);
  expect(await firstItem(place)).toBe('Of the team');
  await place.write('cutover/own.md', '- [ ] Of this folder\n');
  await place.run([...wanted, '--playbook', 'cutover']);
  expect(await firstItem(place, `${id}-2`)).toBe('Of this folder');
});

test.concurrent('a name that nobody has, or two have, starts nothing and tells what there is', async () => {
  await using place = await withPlaybooks();
  const unknown = await place.run([...wanted, '--playbook', 'cutovr']);
  expect(unknown).toMatchObject({exitCode: 2, stdout: ''});
  expect(unknown.stderr).toContain('There is no playbook "cutovr".\nDid you mean "cutover"?');
  expect(unknown.stderr).toContain(
    'mine (yours), cutover (team), big (team), built-in (built-in).',
  );
  await put(path.join(place.home, 'playbooks', 'cutover.md'), '- [ ] Mine as well\n');
  const twice = await place.run([...wanted, '--playbook', 'cutover']);
  expect(twice).toMatchObject({exitCode: 2, stdout: ''});
  expect(twice.stderr).toContain('2 playbooks have the name "cutover".');
  expect(twice.stderr).toContain(path.join(place.team, 'cutover.md'));
  expect(await place.files(place.home)).not.toContain('handoffs');
});

test.concurrent('two customers follow each the playbook of their own workspace', async () => {
  await using place = await withPlaybooks();
  const other = path.join(place.path, 'nordwind');
  await put(path.join(other, '.handoff', 'playbook.md'), '- [ ] Of Nordwind\n');
  const first = await place.run(wanted);
  expect(first.stderr).toContain('With the playbook of this workspace, .handoff/playbook.md.\n');
  const args = ['new', '--customer', 'Nordwind', '--system', 'CRM', '--workspace', other];
  await place.run(args);
  expect(await firstItem(place)).toBe('Of the workspace');
  expect(await firstItem(place, 'nordwind-crm')).toBe('Of Nordwind');
});

test.concurrent('the playbook of a folder above or beside is never taken, nor the one of a team unasked', async () => {
  await using place = await withPlaybooks();
  const inner = path.join(place.workspace, 'inner');
  await mkdir(inner);
  const {stderr} = await place.run([...wanted, '--workspace', inner]);
  expect(stderr).toBe('');
  expect((await place.stored(id)).handoff.playbookSource).toBe('built-in');
});

test.concurrent('settings name a usual playbook, and no folder loses it', async () => {
  await using place = await withPlaybooks();
  const inner = path.join(place.workspace, 'inner');
  await mkdir(inner);
  const set = await place.run(['config', 'set', 'playbook', 'cutover']);
  expect(set.stdout).toBe('playbook: cutover\n');
  const {stderr} = await place.run([...wanted, '--workspace', inner]);
  expect(stderr).toContain('With the playbook "cutover", as settings say.\n');
  expect(await firstItem(place)).toBe('Of the team');
  // What the workspace has for itself is nearer.
  await place.run(wanted);
  expect(await firstItem(place, `${id}-2`)).toBe('Of the workspace');
  await place.run(['config', 'unset', 'playbooks']);
  const gone = await place.run([...wanted, '--workspace', inner]);
  expect(gone).toMatchObject({exitCode: 2});
  expect(gone.stderr).toContain('There is no playbook "cutover".');
  await place.run(['config', 'unset', 'playbook']);
  expect(await place.run([...wanted, '--workspace', inner])).toMatchObject({exitCode: 0});
});

test.concurrent.each([
  ['a folder that is not there', ['playbooks', 'nowhere'], 'There is no folder'],
  ['a file', ['playbooks', '../workspace/.handoff/playbook.md'], 'is a file'],
  ['a name that nobody has', ['playbook', 'nobody'], 'There is no playbook "nobody"'],
])('config set with %s changes nothing', async (_, args, said) => {
  await using place = await withPlaybooks();
  const file = path.join(place.home, 'settings.json');
  const before = await readFile(file, 'utf8');
  const {exitCode, stderr} = await place.run(['config', 'set', ...args]);
  expect(exitCode).toBe(2);
  expect(stderr).toContain(said);
  expect(await readFile(file, 'utf8')).toBe(before);
});

test.concurrent('a checkout is told with its commit, and git is not run for it', async () => {
  await using place = await withPlaybooks();
  const git = (...args: readonly string[]) =>
    execFileSync('git', ['-c', 'user.email=a@b.c', '-c', 'user.name=A', ...args], {
      cwd: place.team,
      encoding: 'utf8',
    }).trim();
  git('init', '-q');
  git('add', '.');
  git('commit', '-qm', 'First');
  const commit = git('rev-parse', 'HEAD');
  const commitOf = async () =>
    (await list(place)).folders.find((one) => one.place === 'team')?.commit;
  expect(await commitOf()).toBe(commit);
  git('pack-refs', '--all');
  expect(await commitOf()).toBe(commit);
  git('checkout', '-q', '--detach');
  git('config', 'core.fsmonitor', `touch ${path.join(place.path, 'was-run')}; false`);
  expect(await commitOf()).toBe(commit);
  expect((await place.run(['playbook', 'list'])).stdout).toContain(
    `, at commit ${commit.slice(0, 12)}`,
  );
  expect(await place.files(place.path)).not.toContain('was-run');
});

test.concurrent('what cannot be used in a folder is told, and the rest is listed', async () => {
  await using place = await withPlaybooks();
  const {team} = place;
  const secret = path.join(place.path, 'secret.md');
  await writeFile(secret, '- [ ] Not for handoffs\n');
  await symlink(secret, path.join(team, 'out.md'));
  await symlink(place.home, path.join(team, 'out'));
  await symlink('nowhere.md', path.join(team, 'gone.md'));
  await symlink('cutover.md', path.join(team, 'alias.md'));
  execFileSync('mkfifo', [path.join(team, 'pipe.md')]);
  await writeFile(path.join(team, 'picture.md'), Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0]));
  await writeFile(path.join(team, 'evil\u001B[2J.md'), '# Evil\u001B[2J\n\n- [ ] One\n');
  const {playbooks, passedOver} = await list(place);
  const ofTeam = playbooks.filter((one) => one.place === 'team');
  expect(ofTeam.map(({name, items, problem}) => [name, problem ?? items])).toEqual([
    ['alias', 1],
    ['cutover', 1],
    ['evil\u001B[2J', 1],
    [
      'picture',
      'This is a PNG picture, not Markdown; save its text as Markdown and name that file.',
    ],
    ['big', 2],
  ]);
  expect(passedOver.map((one) => [path.basename(one.path), one.why])).toEqual([
    ['gone.md', 'is a link to nothing'],
    ['out.md', 'is a link that leads out of its folder, and is not followed'],
    ['pipe.md', 'is not a regular file'],
  ]);
  const {stdout} = await place.run(['playbook', 'list']);
  expect(stdout).not.toContain('\u001B');
  expect(stdout).toContain('out.md is a link that leads out of its folder');
  const {stderr} = await place.run([...wanted, '--playbook', 'out']);
  expect(stderr).toContain('There is no playbook "out".');
});

test.concurrent('a playbook of the workspace that leads out of it is told, and nothing else is taken', async () => {
  await using place = makePlace();
  const secret = path.join(place.path, 'secret.md');
  await writeFile(secret, '- [ ] Not for handoffs\n');
  await mkdir(path.join(place.workspace, '.handoff'));
  await symlink(secret, path.join(place.workspace, '.handoff', 'playbook.md'));
  const {exitCode, stderr} = await place.run(wanted);
  expect(exitCode).toBe(2);
  expect(stderr).toContain(
    'playbook.md is a link that leads out of its folder, and is not followed.',
  );
  expect(await place.files(place.path)).not.toContain('store');
  expect(await place.run([...wanted, '--playbook', 'built-in'])).toMatchObject({exitCode: 0});
});

test.concurrent('of a folder of thousands, two hundred are read and the others can be named', async () => {
  await using place = await withPlaybooks();
  const names = Array.from({length: 3000}, (_, at) => `p${at}.md`);
  await Promise.all(names.map((name) => writeFile(path.join(place.team, name), `- [ ] ${name}\n`)));
  const {stdout} = await place.run(['playbook', 'list']);
  expect(stdout).toContain('2805 more are not read; name the file of one.');
  await place.run([...wanted, '--playbook', 'p2999']);
  expect(await firstItem(place)).toBe('p2999.md');
});
