import {existsSync} from 'node:fs';
import {appendFile, readFile, rm, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {execa} from 'execa';
import {expect, test} from 'vitest';
import {makePlace, type Place} from '../place.ts';

const checks = `system: Payments API
checks:
  - name: Says so
    command: [echo, all is well]
    expect: {stdout: {contains: well}}
`;

/** A handoff with a run of its checks, runbooks for both sides, and words that no customer may read. */
async function prepare(place: Place): Promise<void> {
  await place.start();
  await place.write('handoff.yaml', checks);
  await place.run(['check', '--trust']);
  const runbook = ['row', 'add', 'runbooks', '--item', 'view-logs', 'commands=echo it runs'];
  const rest = ['trigger=Somebody asks', 'effect=safe', 'expected=it runs', 'author=Jordan Ruiz'];
  await place.run([...runbook, 'name=Look', ...rest]);
  await place.run([...runbook, 'name=Our own way in by the side door', ...rest]);
  const own = ['row', 'set', 'Our own way in by the side door', '--audience', 'internal'];
  expect(await place.run(own)).toMatchObject({exitCode: 0});
  await place.run(['item', 'network', 'done', '--note', 'They haggle about the price.']);
}

async function opened(place: Place, file: string): Promise<string> {
  await execa('unzip', ['-q', file], {cwd: place.workspace});
  return path.join(place.workspace, 'apex-banking-payments-api-kit');
}

/** Every byte of a folder as one text. */
async function allOf(folder: string): Promise<string> {
  const {stdout} = await execa('find', [folder, '-type', 'f', '-exec', 'cat', '{}', '+']);
  return stdout;
}

const shells = ['dash', 'busybox', 'sh'].filter((name) =>
  [`/usr/bin/${name}`, `/bin/${name}`].some((file) => existsSync(file)),
);

test.concurrent('a kit is the same again, whole, and holds no word of the team', async () => {
  await using place = makePlace();
  await prepare(place);
  const first = await place.run(['kit', '--no-pdf', '--out', 'kit.zip']);
  expect(first, first.stderr).toMatchObject({exitCode: 0});
  expect(first.stdout).toContain('For the receiver: 1 check, 1 runbook,');
  const again = await place.run(['kit', '--no-pdf', '--out', 'kit.zip'], {TZ: 'Asia/Tokyo'});
  expect(again.stdout).toContain(`Unchanged: ${path.join(place.workspace, 'kit.zip')}`);
  const {handoff} = await place.stored('apex-banking-payments-api');
  expect(handoff.kits).toHaveLength(1);
  expect((await place.run(['verify', 'kit.zip'])).exitCode).toBe(0);

  const folder = await opened(place, 'kit.zip');
  const text = await allOf(folder);
  for (const wanted of ['all is well', 'echo it runs', 'Somebody asks'])
    expect(text).toContain(wanted);
  for (const internal of ['haggle', 'side door', place.workspace, '"type":"'])
    expect(text).not.toContain(internal);
  expect(await readFile(path.join(folder, 'index.html'), 'utf8')).not.toMatch(
    /(?:src|href)="https?:/u,
  );
});

test.concurrent('without the program, a shell finds what was changed and asks before it runs', async () => {
  await using place = makePlace();
  await prepare(place);
  await place.run(['kit', '--no-pdf', '--out', 'kit.zip']);
  for (const shell of shells) {
    const folder = await opened(place, 'kit.zip');
    const command = shell === 'busybox' ? ['busybox', 'sh'] : [shell];
    const run = async (...args: readonly string[]) =>
      execa(command[0] ?? '', [...command.slice(1), path.join(folder, 'kit.sh'), ...args], {
        cwd: place.path,
        reject: false,
        stdin: 'ignore',
      });
    const whole = await run();
    expect(whole, whole.stdout + whole.stderr).toMatchObject({exitCode: 0, stderr: ''});
    expect(whole.stdout).toMatch(/^Whole: \d+ files, all as they were made/u);
    const asked = await run('checks');
    expect(asked).toMatchObject({exitCode: 2});
    expect(asked.stdout).toContain('Says so');
    expect(asked.stdout).not.toContain('PASS');
    const ran = await run('checks', '--yes');
    expect(ran, ran.stdout).toMatchObject({exitCode: 0});
    expect(ran.stdout).toContain('1 of 1 checks pass');

    await appendFile(path.join(folder, 'data/kit.json'), ' ');
    await writeFile(path.join(folder, 'data/more'), 'x');
    await rm(path.join(folder, 'data/checks/handoff.yaml'));
    const changed = await run('checks', '--yes');
    expect(changed.exitCode).toBe(3);
    expect(changed.stdout).toContain('changed: data/kit.json');
    expect(changed.stdout).toContain('added: data/more');
    expect(changed.stdout).toContain('missing: data/checks/handoff.yaml');
    expect(changed.stdout).not.toContain('PASS');
    await rm(folder, {recursive: true});
  }
});

test.concurrent('a secret or an internal text in it is refused, with nothing written', async () => {
  await using place = makePlace();
  await prepare(place);
  const secret = ['ghp', '0123456789abcdefghijABCDEFGHIJ012345'].join('_');
  await place.write('handoff.yaml', `${checks}# ${secret}\n`);
  const {exitCode, stderr} = await place.run(['kit', '--no-pdf', '--out', 'kit.zip']);
  expect(exitCode).toBe(2);
  expect(stderr).toContain('handoff.yaml:6:');
  expect(stderr).not.toContain(secret);
  expect(await place.files(place.workspace)).toEqual(['handoff.yaml']);
  expect((await place.stored('apex-banking-payments-api')).handoff.kits).toEqual([]);
});
