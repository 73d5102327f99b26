import {readdirSync, readFileSync, statSync} from 'node:fs';
import path from 'node:path';
import {expect, it} from 'vitest';
import {changeTypes, entryOf, type Change} from '../../../source/handoff/changes/catalogue.ts';
import {createHandoff} from '../../../source/store/create-handoff.ts';
import {openLiveHandoff} from '../../../source/store/live-handoff.ts';
import {makeStorePlace, newHandoff} from '../../torture/store-place.ts';
import {makeSampleStore} from './sample-store.ts';
import {samples} from './samples.ts';

const word = 'hunter2-Xy9-long-enough';
const secret = `password: ${word}`;

/** A value with the secret in the place of each text in it, said of what it is. */
function planted(value: unknown, of: string): unknown {
  if (typeof value === 'string') return `${of} with ${secret}`;
  if (Array.isArray(value)) return value.map((part) => planted(part, of));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, planted(part, of)]));
}

function withSecrets(change: Change): Change {
  const values = Object.entries(change).map(([name, value]) => {
    const isTyped = entryOf(change.type).fields[name]?.isTyped ?? false;
    return [name, isTyped ? planted(value, name) : value];
  });
  return Object.fromEntries(values) as Change;
}

/** Files of a store that have the secret in their names or in what they hold. */
function leaks(home: string): string[] {
  return readdirSync(home, {recursive: true, encoding: 'utf8'}).filter((name) => {
    const file = path.join(home, name);
    const text = statSync(file).isFile() ? readFileSync(file, 'utf8') : '';
    return `${name} ${text}`.toLowerCase().includes(word.toLowerCase());
  });
}

const typing = changeTypes.filter((type) =>
  Object.values(entryOf(type).fields).some(({isTyped}) => isTyped),
);

/** They hold a playbook, in which not every text is any text. */
const withPlaybook: ReadonlySet<string> = new Set(['handoff/created', 'playbook/taken-over']);

it.each(typing.filter((type) => !withPlaybook.has(type)))(
  'no secret that was typed into %s is on the disk',
  async (type) => {
    await using store = await makeSampleStore(type);
    const {home, id, ids} = store;
    const sample = samples(ids)[type];
    // Only what failed may be a run of other commands than the runbook's.
    const change = withSecrets('isMet' in sample ? {...sample, isMet: false} : sample);
    expect(JSON.stringify(change)).toContain(word);
    await store.append(change);
    const live = openLiveHandoff(home, id, 'ana');
    const noted = {type: 'item/noted', item: 'overview', note: secret} as const;
    const notice = await live.dispatch([noted], {step: 'agenda'});
    await live.savePosition({step: 'agenda', item: 'overview'});
    await live.close();
    expect(notice).toContain('secret');
    expect(leaks(home)).toEqual([]);
  },
);

it('no secret of a playbook that is taken over is on the disk', async () => {
  await using store = await makeSampleStore('playbook/taken-over');
  const sample = samples(store.ids)['playbook/taken-over'];
  const {playbook} = sample;
  await store.append({...sample, playbook: {...playbook, title: secret, context: secret}});
  expect(leaks(store.home)).toEqual([]);
});

it('no secret that was typed where a handoff is begun is on the disk, nor in its id', async () => {
  await using place = await makeStorePlace();
  for (const name of ['customer', 'system'] as const)
    await createHandoff(place.home, 'ana', {...newHandoff, [name]: secret});
  expect(leaks(place.home)).toEqual([]);
});
