import {execFileSync} from 'node:child_process';
import {chmodSync, mkdirSync, symlinkSync, truncateSync} from 'node:fs';
import path from 'node:path';
import {expect, it} from 'vitest';
import {lookAt} from './discover-in.ts';
import {makeFolder} from './make-folder.ts';

const names = ({drafts}: Awaited<ReturnType<typeof lookAt>>) =>
  drafts.map(({fields}) => fields['name']);

it('enters no folder that git ignores, and none with the code of others', async () => {
  await using folder = makeFolder({
    '.gitignore': 'data/\n/top/*\n!/top/kept.env\n*.env\n',
    'a.env': 'A=1\n',
    'data/b.env': 'B=1\n',
    'node_modules/x/.env': 'C=1\n',
    'vendor/y/.env': 'D=1\n',
    '.git/.env': 'E=1\n',
    'top/kept.env': 'F=1\n',
    'sub/.gitignore': 'deep/\n',
    'sub/deep/.env': 'G=1\n',
    'sub/.env': 'H=1\n',
  });
  expect(names(await lookAt(folder.path))).toEqual(['a.env: A', 'sub/.env: H', 'top/kept.env: F']);
});

it('follows no link out of the folder, and no link to a folder', async () => {
  await using outside = makeFolder({'secret.env': 'OUT=1\n', 'sub/.env': 'FAR=1\n'});
  await using folder = makeFolder({'real/a.env': 'A=1\n'});
  symlinkSync(path.join(outside.path, 'secret.env'), path.join(folder.path, '.env'));
  symlinkSync(outside.path, path.join(folder.path, 'away'));
  symlinkSync('.', path.join(folder.path, 'loop'));
  symlinkSync('self.env', path.join(folder.path, 'self.env'));
  symlinkSync('real/a.env', path.join(folder.path, 'b.env'));
  const found = await lookAt(folder.path);
  expect(names(found)).toEqual(['b.env: A', 'real/a.env: A']);
  expect(found.problems).toEqual([
    {file: '.env', message: 'Not read: it is a link out of the folder.'},
    {file: 'self.env', message: 'Not read: it is a link that leads back to itself.'},
  ]);
});

it('names what is too large, no text, no file or not allowed, and reads the rest', async () => {
  await using folder = makeFolder({'good.env': 'A=1\n', 'huge.env': 'B=1\n', 'shut.env': 'C=1\n'});
  truncateSync(path.join(folder.path, 'huge.env'), 50 * 1024 * 1024);
  folder.write('binary.env', Uint8Array.from([0x7f, 0x45, 0x4c, 0x46, 0, 0, 1, 2]));
  folder.write('nul.env', 'D=1\0\n');
  execFileSync('mkfifo', [path.join(folder.path, 'pipe.env')]);
  mkdirSync(path.join(folder.path, 'folder.env'));
  chmodSync(path.join(folder.path, 'shut.env'), 0);
  const found = await lookAt(folder.path);
  const isRoot = process.getuid?.() === 0;
  expect(names(found)).toEqual(['good.env: A', ...(isRoot ? ['shut.env: C'] : [])]);
  expect(found.problems).toEqual([
    {file: 'binary.env', message: 'Not read: it is a program.'},
    {file: 'huge.env', message: 'Not read: it has more than 1 MB.'},
    {file: 'nul.env', message: 'Not read: it is a binary file.'},
    {file: 'pipe.env', message: 'Not read: it is no file.'},
    ...(isRoot ? [] : [{file: 'shut.env', message: 'Not read: this account may not read it.'}]),
  ]);
});
