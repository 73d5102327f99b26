import {mkdir, readFile, stat, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {expect, test} from 'vitest';
import {makePlace, type Place} from '../place.ts';

const half = '{"v":1,"id":"a","type":"handoff/cre';

async function breakHandoff(place: Place, id: string): Promise<string> {
  const file = await place.journalFile(id);
  await writeFile(file, half);
  return file;
}

test.concurrent('a broken handoff file is reported with its path and kept byte for byte by every command', async () => {
  await using place = makePlace();
  const broken = await place.start();
  const whole = await place.start();
  const file = await breakHandoff(place, broken);

  const list = await place.run(['list']);
  expect(list.exitCode).toBe(2);
  expect(list.stdout).toMatch(new RegExp(`^${whole} `, 'm'));
  expect(list.stdout).toContain(file);
  expect(list.stdout).toContain('The files were left as they are.');

  const listed = JSON.parse((await place.run(['list', '--json'])).stdout) as object;
  expect(listed).toMatchObject({handoffs: [{id: whole}], broken: [{file: path.dirname(file)}]});

  for (const args of [
    ['status', broken],
    ['resume', broken],
    ['item', 'network', 'done', '--handoff', broken],
    ['docs', broken, '--out', 'documents'],
  ]) {
    const {exitCode, stderr} = await place.run(args);
    expect(exitCode).toBe(2);
    expect(stderr).toContain(file);
  }
  expect((await place.run(['status'])).stdout).toContain(`(${whole})`);
  expect(await readFile(file, 'utf8')).toBe(half);
});

test.concurrent('when the only handoff is broken, status says so and not that there is none', async () => {
  await using place = makePlace();
  const file = await breakHandoff(place, await place.start());
  const {exitCode, stderr} = await place.run(['status']);
  expect(exitCode).toBe(2);
  expect(stderr).toContain(file);
});

test.concurrent('the wizard lists a broken handoff beside the others, and a new one does not take its id', async () => {
  await using place = makePlace();
  const broken = await place.start();
  const file = await breakHandoff(place, broken);
  const whole = await place.start();
  expect(whole).not.toBe(broken);
  await using wizard = place.open();
  await wizard.waitFor(/Apex Banking · Payments API[^]*✖[^]*cannot be opened/);
  wizard.write('q');
  expect(await wizard.exited).toMatchObject({exitCode: 0});
  expect(await readFile(file, 'utf8')).toBe(half);
});

test.concurrent('broken settings are reported and kept', async () => {
  await using place = makePlace();
  await mkdir(place.home, {recursive: true});
  const file = path.join(place.home, 'settings.json');
  await writeFile(file, '{');
  const {exitCode, stderr} = await place.run(['new', '--customer', 'A', '--system', 'B']);
  expect(exitCode).toBe(2);
  expect(stderr).toContain(file);
  expect(await readFile(file, 'utf8')).toBe('{');
});

test.concurrent('the store is for its owner alone', async () => {
  await using place = makePlace();
  const id = await place.start();
  await place.run(['item', 'network', 'done']);
  const mode = async (name: string) => (await stat(path.join(place.home, name))).mode & 0o777;
  expect(await mode('.')).toBe(0o700);
  expect(await mode('handoffs')).toBe(0o700);
  expect(await mode(`handoffs/${id}`)).toBe(0o700);
  const journal = path.relative(place.home, await place.journalFile(id));
  expect(await mode(journal)).toBe(0o600);
  expect(await place.files(path.join(place.home, 'handoffs'))).toEqual([
    id,
    path.relative('handoffs', journal),
  ]);
});
