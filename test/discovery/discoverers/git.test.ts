import {existsSync} from 'node:fs';
import path from 'node:path';
import {execa} from 'execa';
import {expect, it} from 'vitest';
import {lookAt, rowsOf} from '../discover-in.ts';
import {makeFolder} from '../make-folder.ts';

async function makeRepository() {
  const folder = makeFolder({'package.json': '{"name": "shop", "scripts": {"start": "x"}}'});
  const env = {GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null'};
  const git = async (...args: readonly string[]) => execa('git', args, {cwd: folder.path, env});
  await git('init', '-q');
  await git('config', 'user.name', 'Mina Okafor');
  await git('config', 'user.email', 'mina@example.com');
  await git('add', '-A');
  await git('commit', '-qm', 'one');
  return {folder, git};
}

it('finds where the source is, the tag that is checked out, and who works on it', async () => {
  const {folder, git} = await makeRepository();
  await using _ = folder;
  await git('tag', 'v1.4.2');
  await git('remote', 'add', 'origin', 'https://mina:ghp_hunter2@git.example.com/acme/shop.git');
  const found = await lookAt(folder.path);
  expect(Object.values(rowsOf(found, 'access'))).toEqual([
    {name: 'Source repository origin', use: 'The source: https://git.example.com/acme/shop.git'},
  ]);
  expect(rowsOf(found, 'components')['shop']).toMatchObject({version: '1.4.2'});
  expect(found.suggestions).toEqual([
    {for: 'version', text: 'v1.4.2', source: 'git, tag of HEAD'},
    {
      for: 'person',
      text: 'Mina Okafor <mina@example.com>',
      source: 'git, 1 of the last 500 commits',
    },
  ]);
  expect(JSON.stringify(found)).not.toContain('hunter2');
});

it('starts nothing that a repository configures', async () => {
  const {folder, git} = await makeRepository();
  await using _ = folder;
  const trap = folder.write('trap.sh', `#!/bin/sh\ntouch '${folder.path}/sprung'\n`);
  await execa('chmod', ['+x', trap]);
  for (const key of [
    'core.fsmonitor',
    'core.pager',
    'gpg.program',
    'core.sshCommand',
    'diff.external',
  ])
    await git('config', key, trap);
  await git('config', 'log.showSignature', 'true');
  await git('config', 'alias.log', `!${trap}`);
  await lookAt(folder.path);
  expect(existsSync(path.join(folder.path, 'sprung'))).toBe(false);
});

it('looks at no repository that lies above the folder', async () => {
  const {folder, git} = await makeRepository();
  await using _ = folder;
  await git('tag', 'v9');
  folder.write('sub/.env', 'A=1\n');
  const found = await lookAt(path.join(folder.path, 'sub'));
  expect(found.suggestions).toEqual([]);
});
