import {chmod, mkdir, readdir, readFile, symlink, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {execa} from 'execa';
import {expect, test} from 'vitest';
import {makePlace, type Place} from '../place.ts';

const colleague = {GIT_CONFIG_VALUE_0: 'Ana Silva'};
const id = 'apex-banking-payments-api';

/** The user's own git in a folder. */
async function git(folder: string, ...args: readonly string[]): Promise<string> {
  const env = {GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1'};
  return (await execa('git', args, {cwd: folder, env})).stdout;
}

async function nameIn(folder: string): Promise<void> {
  for (const [key, value] of [
    ['user.email', 'a@example.com'],
    ['user.name', 'A'],
    ['commit.gpgsign', 'false'],
  ] as const)
    await git(folder, 'config', key, value);
}

/** A place whose workspace is a clone of a repository with one commit. */
async function makeClone(of: string | undefined): Promise<Place & {readonly bare: string}> {
  const place = makePlace();
  const bare = of ?? path.join(place.path, 'bare.git');
  if (of === undefined) {
    await git(place.path, 'init', '-q', '--bare', '-b', 'main', bare);
    await git(place.workspace, 'init', '-q', '-b', 'main');
    await nameIn(place.workspace);
    await place.write('README.md', 'x\n');
    await git(place.workspace, 'add', '.');
    await git(place.workspace, 'commit', '-qm', 'first');
    await git(place.workspace, 'remote', 'add', 'origin', bare);
    await git(place.workspace, 'push', '-qu', 'origin', 'main');
  } else {
    await git(place.workspace, 'clone', '-q', bare, '.');
    await nameIn(place.workspace);
  }
  return {...place, bare};
}

test('a colleague who clones finds it, takes it in, and gives back what she did', async () => {
  await using mine = await makeClone(undefined);
  await mine.start();
  await mine.write('handoff.yaml', 'checks:\n  - {name: Fine, command: pwd, expect: {exit: 0}}\n');
  await mine.run(['check', '--trust']);
  await mine.write('other.txt', 'staged');
  await git(mine.workspace, 'add', 'other.txt');
  expect((await mine.run(['sync'])).stderr).toContain('is not shared in');
  const shared = await mine.run(['share']);
  expect(shared).toMatchObject({exitCode: 0});
  expect(shared.stdout).toContain(`Committed: .handoff/${id}.`);
  expect(shared.stdout).toContain('Everybody who can read the repository');
  expect(await git(mine.workspace, 'status', '--short')).toBe('A  other.txt\n?? handoff.yaml');
  expect((await mine.run(['sync'])).stdout).toBe(`Pushed: .handoff/${id}, to origin/main.\n`);

  await using hers = await makeClone(mine.bare);
  expect((await hers.run(['list'], colleague)).stdout).toContain(
    `Shared here, and not in your store yet: ${id}.`,
  );
  const resumed = await hers.run(['resume', id], colleague);
  expect(resumed).toMatchObject({exitCode: 2});
  expect(resumed.stderr).toContain(`"handoff-wizard sync ${id}" takes it in`);
  expect((await hers.run(['status'], colleague)).stderr).toContain('takes it in');
  const taken = await hers.run(['sync'], colleague);
  expect(taken.stdout).toContain('1 piece of evidence');
  expect(taken.stdout).toContain(`Its workspace here is ${hers.workspace}.`);
  await hers.run(['item', 'network', 'done', '--note', 'Done'], colleague);
  expect((await hers.run(['sync'], colleague)).stdout).toContain('Pushed');

  await git(mine.workspace, 'pull', '-q');
  expect((await mine.run(['status'])).stdout).toContain('where colleagues have written more');
  expect((await mine.run(['sync', '--all'])).stdout).toContain('2 changes (Ana Silva 2)');
  const [here, there] = [await mine.stored(id), await hers.stored(id)];
  expect(there.journal).toEqual(here.journal);
  expect((await mine.run(['status'])).stdout).toContain(`Shared in ${mine.workspace}.`);
});

test('two who answered otherwise apart are told both, and choose one', async () => {
  await using mine = await makeClone(undefined);
  await mine.start();
  await mine.run(['share']);
  await mine.run(['sync']);
  await using hers = await makeClone(mine.bare);
  await hers.run(['sync'], colleague);
  const note = (text: string) => ['item', 'set', 'network', '--note', text];
  await mine.run(note('By mail'));
  await hers.run(note('By phone'), colleague);
  await hers.run(['sync'], colleague);
  await mine.run(['sync']);
  const {exitCode, stdout} = await mine.run(['contradiction', 'list']);
  expect(exitCode).toBe(4);
  expect(stdout).toMatch(/"By mail", Jordan Ruiz, .*\n {2}stands: "By phone", Ana Silva/u);
  expect((await mine.run(['status'])).stdout).toContain('Answered in 2 ways apart');
  const json = JSON.parse((await mine.run(['status', '--json'])).stdout) as {
    contradictions: object;
  };
  expect(json.contradictions).toHaveLength(1);
  const settled = await mine.run(['contradiction', 'settle', 'note on "Network"', 'jordan']);
  expect(settled.stdout).toContain('Chosen for the note on "Network": "By mail"');
  expect((await mine.run(['log'])).stdout).toContain('the choice of "By mail" for the note on');
  await mine.run(['sync']);
  await hers.run(['sync'], colleague);
  expect((await hers.run(['contradiction', 'list'], colleague)).stdout).toBe(
    'Nothing was answered in several ways.\n',
  );
  expect((await hers.stored(id)).handoff.items['network']?.note).toBe('By mail');
});

test('what stands in the way is told, and the rest is done', async () => {
  await using mine = await makeClone(undefined);
  await mine.start();
  await mine.run(['share']);
  await mine.run(['sync']);
  const change = (note: string) => mine.run(['item', 'set', 'network', '--note', note]);

  // A hook that refuses leaves nothing behind.
  const hook = path.join(mine.workspace, '.git', 'hooks', 'pre-commit');
  await writeFile(hook, '#!/bin/sh\necho no way >&2\nexit 1\n');
  await chmod(hook, 0o755);
  await change('one');
  const refused = await mine.run(['sync']);
  expect(refused).toMatchObject({exitCode: 2});
  expect(refused.stderr).toContain('Nothing was committed: git says "no way".');
  expect(await git(mine.workspace, 'status', '--short')).toBe('');
  await writeFile(hook, '#!/bin/sh\nexit 0\n');

  // No branch, no network, a server that refuses.
  await git(mine.workspace, 'checkout', '-q', '--detach');
  const detached = await mine.run(['sync']);
  expect(detached).toMatchObject({exitCode: 4});
  expect(detached.stdout).toContain('Not committed and not pushed: no branch is checked out');
  await git(mine.workspace, 'checkout', '-q', 'main');
  await git(mine.workspace, 'remote', 'set-url', 'origin', `${mine.bare}.gone`);
  const offline = await mine.run(['sync']);
  expect(offline).toMatchObject({exitCode: 4});
  expect(offline.stdout).toContain(`Committed: .handoff/${id}.`);
  expect(offline.stdout).toContain('Not reached: origin');
  await git(mine.workspace, 'remote', 'set-url', 'origin', mine.bare);
  const protect = path.join(mine.bare, 'hooks', 'pre-receive');
  await writeFile(protect, '#!/bin/sh\necho this branch is protected >&2\nexit 1\n');
  await chmod(protect, 0o755);
  const kept = await mine.run(['sync']);
  expect(kept).toMatchObject({exitCode: 4});
  expect(kept.stdout).toContain('Not pushed to origin/main: this branch is protected');
  await writeFile(protect, '#!/bin/sh\nexit 0\n');

  // Commits of the user that were not pushed, and never are by us.
  await mine.write('work.txt', 'mine');
  await git(mine.workspace, 'add', 'work.txt');
  await git(mine.workspace, 'commit', '-qm', 'my work');
  await mine.write('README.md', 'dirty\n');
  const head = await git(mine.workspace, 'rev-parse', 'HEAD');
  const aside = await mine.run(['sync']);
  expect(aside.stdout).toContain(`Pushed: .handoff/${id}, to origin/main.`);
  expect(aside.stdout).toContain('1 commit that you have not pushed');
  expect(await git(mine.workspace, 'rev-parse', 'HEAD')).toBe(head);
  expect(await git(mine.workspace, 'status', '--short')).toBe(' M README.md');
  expect(await git(mine.bare, 'log', '--format=%s', 'main')).not.toContain('my work');
  expect((await git(mine.workspace, 'worktree', 'list')).split('\n')).toHaveLength(1);
  await git(mine.workspace, 'pull', '-q', '--no-rebase', '--no-edit');
  expect((await mine.stored(id)).problems).toEqual([]);
});

test('a repository that lies is shown as what it is', async () => {
  await using mine = await makeClone(undefined);
  await mine.start();
  await mine.run(['share']);
  await mine.run(['sync']);
  const before = await mine.stored(id);
  const shared = path.join(mine.workspace, '.handoff', id);
  const journal = (await readdir(shared)).find((name) => name.endsWith('.jsonl')) ?? '';
  const secret = await mine.write('secret', 'x');
  await symlink(secret, path.join(shared, 'evil-1.jsonl'));
  await mkdir(path.join(shared, 'evidence'), {recursive: true});
  await writeFile(path.join(shared, 'evidence', 'a'.repeat(64)), 'not this');
  await writeFile(path.join(shared, 'evil 2.jsonl'), '{}\n');
  await writeFile(path.join(shared, 'evil-3.jsonl'), '{"v":6,"hash":"0"}\n');
  await writeFile(path.join(shared, 'run.sh'), 'rm -rf /\n');
  const {stdout} = await mine.run(['sync']);
  expect(stdout).toContain('evil-1.jsonl is a link or no file');
  expect(stdout).toContain('evil 2.jsonl is no name of a journal file');
  expect(stdout).toContain('evil-3.jsonl:1: the line is not whole');
  expect(stdout).toContain('run.sh is nothing that a handoff has');
  expect(stdout).toContain('it is not what its name says');
  expect((await mine.stored(id)).journal).toEqual(before.journal);
  expect(await readFile(path.join(shared, journal), 'utf8')).toContain('handoff/created');

  // A link in place of the folder leads nowhere, and nothing is written through it.
  await using other = await makeClone(undefined);
  await other.start();
  await symlink(other.temporary, path.join(other.workspace, '.handoff'));
  const {exitCode, stderr} = await other.run(['share']);
  expect(exitCode).toBe(2);
  expect(stderr).toContain('a link, which may lead anywhere');
  expect(await readdir(other.temporary)).toEqual([]);
});

test('a folder that is no checkout, and one that is not shared, are told', async () => {
  await using place = makePlace();
  await place.start();
  expect((await place.run(['share'])).stderr).toContain('is no checkout of a git repository');
  expect((await place.run(['share', '--folder', 'gone'])).stderr).toContain('There is no folder');
  expect((await place.run(['sync', '../x'])).stderr).toContain('is no id of a handoff');
  expect((await place.run(['sync', '--all'])).stderr).toContain('No handoff is shared');
});
