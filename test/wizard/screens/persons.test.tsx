import {expect, test} from 'vitest';
import {readSnapshot} from '../../../source/store/snapshot.ts';
import {keys} from '../../harness/keys.ts';
import {makeSessionPlace, type Past, type SessionPlace} from './session-place.tsx';

function attendee(name: string, role: string): Past {
  const fields = {name, side: 'customer', role, consent: 'yes'};
  return [60, {type: 'record/added', register: 'attendees', item: 'attendees', fields}];
}

const people = [attendee('Mina Okafor', 'operations'), attendee('Lee Novak', 'on call')];

async function openOwner(place: SessionPlace) {
  const screen = await place.open('readiness-checklist');
  await screen.waitFor('? all keys');
  await screen.press('o');
  await screen.waitFor(/Owner:[^]*Mina Okafor {2}operations[^]*Lee Novak {2}on call/);
  return screen;
}

function owners({home, id}: SessionPlace): (string | undefined)[] {
  const {items} = readSnapshot(home, id).handoff;
  return Object.values(items).flatMap(({owner}) => owner ?? []);
}

test('somebody who is known is taken with the arrow', async () => {
  await using place = await makeSessionPlace(people);
  await using screen = await openOwner(place);
  await screen.press(keys.down, keys.down);
  await screen.waitFor('❯ Mina Okafor');
  await screen.press(keys.up);
  await screen.press(keys.tab);
  await screen.waitFor('❯ Mina Okafor');
  await screen.press(keys.enter);
  await screen.waitFor(/Owner: Mina Okafor[^]*all keys/);
  expect(owners(place)).toEqual(['Mina Okafor']);
});

test('typing narrows the names down, by a later word as well, and Tab and Enter take the one that is left', async () => {
  await using place = await makeSessionPlace(people);
  await using screen = await openOwner(place);
  await screen.press('nov');
  const rows = await screen.waitFor(/Owner: nov/);
  expect(rows.join('\n')).not.toContain('Mina Okafor');
  await screen.press(keys.tab, keys.enter);
  await screen.waitFor(/Owner: Lee Novak[^]*all keys/);
  expect(owners(place)).toEqual(['Lee Novak']);
});

test('who just types is asked for no key more, whoever is known', async () => {
  await using place = await makeSessionPlace(people);
  await using screen = await openOwner(place);
  await screen.press('Lee');
  await screen.press(keys.enter);
  await screen.waitFor(/Owner: Lee[^]*all keys/);
  expect(owners(place)).toEqual(['Lee']);
});
