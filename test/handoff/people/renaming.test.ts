import {expect, it} from 'vitest';
import {peopleOf} from '../../../source/handoff/people/people.ts';
import {makeWorld, type World} from '../../fixtures/world/world.ts';
import {note, performs} from './people-changes.ts';

const lastId = ({journal}: World) => journal().at(-1)?.id ?? '';

it('what was done before is theirs under the new name, and said in the old one', async () => {
  await using world = await makeWorld('new', {hasGates: false, startedBy: 'root'});
  await world.by('root', note('before'));
  await world.by('root', {type: 'person/renamed', from: 'root', to: 'Jo Weber'});
  const handoff = world.handoff();
  expect(handoff.items['network']?.changedBy).toBe('root');
  expect(peopleOf(handoff)).toMatchObject([
    {name: 'Jo Weber', side: 'vendor', spellings: ['Jo Weber', 'root']},
  ]);
  await expect(world.by('Jo Weber', performs('Jo Weber', 'Sam Ito'))).rejects.toThrow(
    'hands the system over',
  );
});

it('a renamed person takes back their own, and still nobody else’s', async () => {
  await using world = await makeWorld('new', {hasGates: false, startedBy: 'root'});
  await world.by('root', note('first'));
  const first = lastId(world);
  await world.by('Sam Ito', note('second'));
  const second = lastId(world);
  await expect(world.undo('Jo Weber', first)).rejects.toThrow('Only root can take back');
  await world.by('root', {type: 'person/renamed', from: 'root', to: 'Jo Weber'});
  await expect(world.undo('Jo Weber', second)).rejects.toThrow('Only Sam Ito can take back');
  await world.undo('Jo Weber', first);
  expect(world.handoff().items['network']?.note).toBe('second');
});

it('nobody says for another who has acted here what they are called', async () => {
  await using world = await makeWorld('new', {hasGates: false});
  await world.by('Sam Ito', note('mine'));
  const mine = lastId(world);
  await expect(
    world.by('Jordan Ruiz', {type: 'person/renamed', from: 'Sam Ito', to: 'Jordan Ruiz'}),
  ).rejects.toThrow('Sam Ito has entered things here');
  await expect(
    world.by('Jordan Ruiz', {type: 'person/described', name: 'Jordan Ruiz', alias: 'Sam Ito'}),
  ).rejects.toThrow('Sam Ito has entered things here');
  // Taking the name of another gives them what is mine, and me nothing of theirs.
  await world.by('Jordan Ruiz', {type: 'person/renamed', from: 'Jordan Ruiz', to: 'Sam Ito'});
  await expect(world.undo('Jordan Ruiz', mine)).rejects.toThrow('Only Sam Ito can take back');
});

it('whoever was renamed twice is followed back to the first name', async () => {
  await using world = await makeWorld('new', {hasGates: false, startedBy: 'root'});
  await world.by('root', note('first'));
  const first = lastId(world);
  await world.by('root', {type: 'person/renamed', from: 'root', to: 'Jo Weber'});
  await world.by('Jo Weber', {type: 'person/renamed', from: 'Jo Weber', to: 'Jo Lang'});
  expect(peopleOf(world.handoff()).map(({name}) => name)).toEqual(['Jo Lang']);
  await world.undo('Jo Lang', first);
  expect(world.handoff().items['network']).toBeUndefined();
});
