import {mkdir, readdir, readFile, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {expect, test} from 'vitest';
import {makePlace} from '../place.ts';

const id = 'apex-banking-payments-api';
const note = 'Ask Mina before you restart anything';

test('a handoff is passed on with its document, or not at all', async () => {
  await using place = makePlace();
  await place.start();
  const holder = async () => (await place.stored(id)).handoff.holder?.name;
  const here = () => readdir(place.workspace);
  const dry = await place.run(['pass-on', 'Sam Reed', '--dry-run', '--json']);
  const file = path.join(place.workspace, `${id}-handover.html`);
  expect(JSON.parse(dry.stdout)).toMatchObject({isDryRun: true, document: file});
  expect([await holder(), await here()]).toEqual([undefined, []]);

  // Nothing is passed on where its document has no place.
  for (const [out, says] of [
    ['handover.txt', 'does not say in which form'],
    ['nowhere/handover.md', 'There is no folder'],
    ['README.md', 'is there already'],
  ] as const) {
    await writeFile(path.join(place.workspace, 'README.md'), 'mine\n');
    const refused = await place.run(['pass-on', 'Sam Reed', '--out', out]);
    expect(refused).toMatchObject({exitCode: 2});
    expect(refused.stderr).toContain(says);
    expect(await holder()).toBeUndefined();
  }
  expect(await readFile(path.join(place.workspace, 'README.md'), 'utf8')).toBe('mine\n');

  const passed = await place.run(['pass-on', 'Sam Reed', '--note', note]);
  expect(passed.stdout).toContain(`Written: ${file}`);
  const page = await readFile(file, 'utf8');
  expect(page).toContain('Sam Reed, since');
  expect(page).toContain(note);
  const {handoff} = await place.stored(id);
  expect(handoff.holder).toMatchObject({name: 'Sam Reed', note});
  expect(handoff.documentSets.at(-1)?.documents).toEqual(['engineer-handover']);
  // What lies there stays: the next one gets a name of its own, beside the documents that were written.
  await mkdir(path.join(place.workspace, 'out'));
  await place.run(['docs', '--out', 'out/set', '--format', 'md']);
  await place.run(['pass-on', 'Ana Silva']);
  expect(await readdir(path.join(place.workspace, 'out'))).toEqual([`${id}-handover.html`, 'set']);
  expect(await readFile(file, 'utf8')).toBe(page);

  const printed = await place.run(['pass-on', 'Sam Reed', '--out', '-']);
  expect(printed.stdout).toMatch(/^# Payments API: handover to another engineer/u);
  expect(printed.stderr).toContain(`${id}: passed on to Sam Reed.`);
  expect(await holder()).toBe('Sam Reed');
});
