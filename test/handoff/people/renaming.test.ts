import {expect, it} from 'vitest';
import {peopleOf} from '../../../source/handoff/people/people.ts';
import {makePeopleStore, note, performs} from './people-store.ts';

it('what was done before is theirs under the new name, and said in the old one', async () => {
  await using store = await makePeopleStore('root');
  await store.by('root', note('before'));
  await store.by('root', {type: 'person/renamed', from: 'root', to: 'Jo Weber'});
  const handoff = store.handoff();
  expect(handoff.items['network']?.changedBy).toBe('root');
  expect(peopleOf(handoff)).toMatchObject([
    {name: 'Jo Weber', side: 'vendor', spellings: ['Jo Weber', 'root']},
  ]);
  await expect(store.by('Jo Weber', performs('Jo Weber', 'Sam Ito'))).rejects.toThrow(
    'hands the system over',
  );
});

it('a renamed person takes back their own, and still nobody else’s', async () => {
  await using store = await makePeopleStore('root');
  await store.by('root', note('first'));
  const first = store.lastId();
  await store.by('Sam Ito', note('second'));
  const second = store.lastId();
  await expect(store.undoBy('Jo Weber', first)).rejects.toThrow('Only root can take back');
  await store.by('root', {type: 'person/renamed', from: 'root', to: 'Jo Weber'});
  await expect(store.undoBy('Jo Weber', second)).rejects.toThrow('Only Sam Ito can take back');
  await store.undoBy('Jo Weber', first);
  expect(store.handoff().items['network']?.note).toBe('second');
});

it('nobody says for another who has acted here what they are called', async () => {
  await using store = await makePeopleStore();
  await store.by('Sam Ito', note('mine'));
  const mine = store.lastId();
  await expect(
    store.by('Jordan Ruiz', {type: 'person/renamed', from: 'Sam Ito', to: 'Jordan Ruiz'}),
  ).rejects.toThrow('Sam Ito has entered things here');
  await expect(
    store.by('Jordan Ruiz', {type: 'person/described', name: 'Jordan Ruiz', alias: 'Sam Ito'}),
  ).rejects.toThrow('Sam Ito has entered things here');
  // Taking the name of another gives them what is mine, and me nothing of theirs.
  await store.by('Jordan Ruiz', {type: 'person/renamed', from: 'Jordan Ruiz', to: 'Sam Ito'});
  await expect(store.undoBy('Jordan Ruiz', mine)).rejects.toThrow('Only Sam Ito can take back');
});

it('whoever was renamed twice is followed back to the first name', async () => {
  await using store = await makePeopleStore('root');
  await store.by('root', note('first'));
  const first = store.lastId();
  await store.by('root', {type: 'person/renamed', from: 'root', to: 'Jo Weber'});
  await store.by('Jo Weber', {type: 'person/renamed', from: 'Jo Weber', to: 'Jo Lang'});
  expect(peopleOf(store.handoff()).map(({name}) => name)).toEqual(['Jo Lang']);
  await store.undoBy('Jo Lang', first);
  expect(store.handoff().items['network']).toBeUndefined();
});
