import {readdirSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, it} from 'vitest';
import {renderDocument} from '../../source/documents/render-document.ts';
import {acceptedContents} from '../../source/handoff/standing/accepted/accepted-contents.ts';
import {handoffFolder} from '../../source/store/handoff-folders.ts';
import {journalEnding} from '../../source/store/journal/journal-files.ts';
import {makeWorld, type World} from '../fixtures/world/world.ts';

function rewrite({home, id}: World, change: (text: string) => string): void {
  const folder = handoffFolder(home, id);
  for (const name of readdirSync(folder).filter((file) => file.endsWith(journalEnding))) {
    const file = path.join(folder, name);
    writeFileSync(file, change(readFileSync(file, 'utf8')));
  }
}

const without = (part: string) => (text: string) =>
  text
    .split('\n')
    .filter((line) => !line.includes(part))
    .join('\n');

const damages: readonly (readonly [name: string, change: (text: string) => string])[] = [
  ['a severity edited in its line', (text) => text.replace('"severity":"2"', '"severity":"4"')],
  ['a risk taken out', without('The log grows without bound')],
];

describe.each(damages)('a journal with %s', (_, change) => {
  it('says so to everybody who reads the documents or is about to accept', async () => {
    await using world = await makeWorld('in transition');
    rewrite(world, change);
    const {handoff} = world.snapshot();
    const now = new Date().toISOString();
    for (const name of ['handoff-document', 'engineer-handover'] as const)
      expect(await renderDocument(name, handoff, {now})).toContain(
        'cannot be read as it was written',
      );
    const contents = acceptedContents(handoff, now).contents.flatMap(({lines}) => lines);
    expect(contents.join()).toContain('cannot be read as it was written');
  });
});

it('a line that a power cut tore is no loss', async () => {
  await using world = await makeWorld('prepared');
  await world.append({type: 'item/noted', item: 'network', note: 'One flow'});
  rewrite(world, (text) => `${text}{"v":2,"id":"torn","at":"2026-`);
  expect(world.snapshot().handoff.lost).toBeUndefined();
});
