import {readFile, stat, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {execa} from 'execa';
import {expect, test} from 'vitest';
import {forApex, makePlace, type Place} from '../place.ts';

const checks = `system: Payments API
checks:
  - name: Says so
    command: [echo, all is well]
    expect: {stdout: {contains: well}}
`;

/** A handoff with a run of its checks and a note that no customer may read. */
async function prepare(place: Place): Promise<string> {
  const id = await place.start();
  await place.write('handoff.yaml', checks);
  await place.run(['check', '--trust']);
  await place.run(['item', 'network', 'done', '--note', 'They haggle about the price.']);
  return id;
}

async function has(program: string): Promise<boolean> {
  const {failed} = await execa('sh', ['-c', `command -v ${program}`], {reject: false});
  return !failed;
}

test.concurrent('an archive is whole, the same again, and found out when it is changed', async () => {
  await using place = makePlace();
  const id = await prepare(place);
  const file = path.join(place.workspace, 'a.zip');

  const first = await place.run(['archive', '--out', 'a.zip']);
  expect(first).toMatchObject({exitCode: 0, stderr: forApex});
  expect(first.stdout).toContain(`Written: ${file} (`);
  expect(first.stdout).toContain('--audience customer leaves them out');
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  const second = await place.run(['archive', id, '--out', 'a.zip'], {TZ: 'Asia/Tokyo'});
  expect(second.stdout).toContain(`Unchanged: ${file}`);

  const good = await place.run(['verify', 'a.zip']);
  expect(good).toMatchObject({exitCode: 0, stderr: ''});
  expect(good.stdout).toMatch(/^Whole: \d+ files, \d+ bytes/u);
  expect(good.stdout).toContain('It is not signed');

  await execa('unzip', ['-q', 'a.zip'], {cwd: place.workspace});
  const folder = path.join(place.workspace, id);
  await execa('sha256sum', ['-c', 'manifest-sha256.txt'], {cwd: folder});
  expect((await place.run(['verify', id])).exitCode).toBe(0);
  await writeFile(
    path.join(folder, 'data', 'documents', 'customer', 'session-papers.md'),
    'changed',
  );
  const changed = await place.run(['verify', id, '--json']);
  expect(changed.exitCode).toBe(3);
  expect(JSON.parse(changed.stdout)).toMatchObject({
    isWhole: false,
    problems: [{path: 'data/documents/customer/session-papers.md'}, {path: 'bag-info.txt'}],
  });

  await writeFile(
    path.join(place.workspace, 'short.zip'),
    (await readFile(file)).subarray(0, 3000),
  );
  const short = await place.run(['verify', 'short.zip']);
  expect(short).toMatchObject({exitCode: 2, stdout: ''});
  expect(short.stderr).toContain('short.zip is not a whole zip file');
});

test.concurrent('an archive that is there is not written over without --force', async () => {
  await using place = makePlace();
  await prepare(place);
  const file = await place.write('a.zip', 'mine');
  const refused = await place.run(['archive', '--out', 'a.zip']);
  expect(refused).toMatchObject({exitCode: 2, stdout: ''});
  expect(refused.stderr).toContain(`${file} is there already`);
  expect(await readFile(file, 'utf8')).toBe('mine');
  expect((await place.run(['archive', '--out', 'a.zip', '--force'])).exitCode).toBe(0);
  expect((await place.run(['verify', 'a.zip'])).exitCode).toBe(0);
  expect(await place.files(place.workspace)).toEqual(['a.zip', 'handoff.yaml']);
});

test.concurrent('an archive for the customer holds no word of the team', async () => {
  await using place = makePlace();
  await prepare(place);
  await place.run(['archive', '--out', 'whole.zip']);
  await place.run(['archive', '--out', 'a.zip', '--audience', 'customer']);
  const read = async (name: string) =>
    (await execa('unzip', ['-p', name], {cwd: place.workspace})).stdout;
  expect(await read('whole.zip')).toContain('They haggle');
  expect(await read('a.zip')).not.toContain('They haggle');
  expect(await read('a.zip')).toContain('all is well');
});

test.concurrent('evidence that is lost is named, and gives 4', async () => {
  await using place = makePlace();
  await prepare(place);
  const [name = ''] = await place.files(path.join(place.home, 'evidence'));
  await execa('rm', [path.join(place.home, 'evidence', name)]);
  const {exitCode, stdout} = await place.run(['archive', '--out', 'a.zip']);
  expect(exitCode).toBe(4);
  expect(stdout).toContain(name);
  expect((await place.run(['verify', 'a.zip'])).exitCode).toBe(0);
});

test.concurrent('a secret in the checks file is refused with its place', async () => {
  await using place = makePlace();
  await prepare(place);
  const secret = ['ghp', '0123456789abcdefghijABCDEFGHIJ012345'].join('_');
  await place.write('handoff.yaml', `${checks}# ${secret}\n`);
  const {exitCode, stderr} = await place.run(['archive', '--out', 'a.zip']);
  expect(exitCode).toBe(2);
  expect(stderr).toMatch(/checks\/handoff\.yaml:6:\d+/u);
  expect(stderr).not.toContain(secret);
  expect(await place.files(place.workspace)).toEqual(['handoff.yaml']);
});

const signers = [
  {
    program: 'ssh-keygen',
    make: ['ssh-keygen', '-q', '-t', 'ed25519', '-N', '', '-f'],
    unnamed: {exitCode: 0, words: 'Whose key that is, nobody has said'},
  },
  {
    program: 'minisign',
    make: ['minisign', '-G', '-W', '-p', 'NAME.pub', '-s'],
    unnamed: {exitCode: 4, words: 'name the signer’s public key'.replace('’', "'")},
  },
];

for (const {program, make, unnamed} of signers) {
  const isMissing = !(await has(program));
  test.skipIf(isMissing)(`an archive is signed with the user's own key (${program})`, async () => {
    await using place = makePlace();
    await prepare(place);
    for (const name of ['mine', 'other']) {
      const [command = '', ...args] = [...make, name].map((arg) => arg.replace('NAME', name));
      await execa(command, args, {cwd: place.workspace});
    }
    const made = await place.run(['archive', '--out', 'a.zip', '--sign', 'mine']);
    expect(made).toMatchObject({exitCode: 0, stderr: forApex});

    const nobody = await place.run(['verify', 'a.zip']);
    expect(nobody.exitCode).toBe(unnamed.exitCode);
    expect(nobody.stdout).toContain(unnamed.words);
    const mine = await place.run(['verify', 'a.zip', '--signer', 'mine.pub']);
    expect(mine.exitCode).toBe(0);
    expect(mine.stdout).toContain('its owner vouches for all of it');
    const other = await place.run(['verify', 'a.zip', '--signer', 'other.pub']);
    expect(other.exitCode).toBe(3);
    expect(other.stdout).toContain('The signature is not good');

    await place.run(['archive', '--out', 'plain.zip']);
    const plain = await place.run(['verify', 'plain.zip', '--signer', 'mine.pub']);
    expect(plain.exitCode).toBe(3);
    const text = await place.write('text', 'no key');
    const badKey = await place.run(['archive', '--out', 'b.zip', '--sign', text]);
    expect(badKey).toMatchObject({exitCode: 2, stdout: ''});
    expect(await place.files(place.workspace)).not.toContain('b.zip');
    expect(await place.files(place.temporary)).toEqual([]);
  });
}
