import {expect, test} from 'vitest';
import {readSnapshot} from '../../../source/store/snapshot.ts';
import {keys} from '../../harness/keys.ts';
import {makeSessionPlace, running, type SessionPlace} from './session-place.tsx';

function action(text: string) {
  return [30, {type: 'session/noted', kind: 'action', text}] as const;
}

async function threeActions(): Promise<SessionPlace> {
  return makeSessionPlace([
    ...running(60),
    action('Send the dashboards'),
    action('Move the zone'),
    action('Rotate the keys'),
    [10, {type: 'session/ended'}],
  ]);
}

function outcomes({home, id}: SessionPlace): (string | undefined)[] {
  const {followUps} = readSnapshot(home, id).handoff;
  return Object.values(followUps).map(({outcome}) => outcome);
}

test('once a point is closed the cursor stands on its neighbour, and what is said names what was closed', async () => {
  await using place = await threeActions();
  await using screen = await place.open('open-points');
  await screen.waitFor('❯ ○ Send the dashboards');
  await screen.press(keys.down);
  await screen.waitFor('❯ ○ Move the zone');
  await screen.press('c');
  await screen.waitFor(/Outcome:[^]*Of: Move the zone/);
  await screen.press('Moved', keys.enter);
  await screen.waitFor(/❯ ○ Rotate the keys[^]*Closed: Move the zone/);
  // The last one has no neighbour below.
  await screen.press('c');
  await screen.waitFor('Of: Rotate the keys');
  await screen.press('Done', keys.enter);
  await screen.waitFor(/❯ ○ Send the dashboards[^]*Closed \(2\)/);
  expect(outcomes(place)).toEqual(['Moved', 'Done']);
});

test('c and Enter once too often close nothing', async () => {
  await using place = await threeActions();
  await using screen = await place.open('open-points');
  await screen.waitFor('❯ ○ Send the dashboards');
  await screen.press('c');
  await screen.waitFor('Of: Send the dashboards');
  await screen.press('Sent', keys.enter, keys.enter);
  // The second Enter goes to where the neighbour is from.
  await screen.waitFor(/❯ \? \S+ action: Move the zone/);
  await screen.press(keys.escape);
  await screen.waitFor('❯ ○ Move the zone');
  await screen.press('c');
  await screen.waitFor('Of: Move the zone');
  await screen.press(keys.enter);
  await screen.waitFor('Say in a few words what came of it');
  expect(outcomes(place)).toEqual(['Sent']);
});

test('what was closed is opened again with c, and the cursor goes with it', async () => {
  await using place = await threeActions();
  await using screen = await place.open('open-points');
  await screen.waitFor('❯ ○ Send the dashboards');
  await screen.press('c');
  await screen.waitFor('Of: Send the dashboards');
  await screen.press('Sent', keys.enter);
  await screen.waitFor('Closed (1)');
  await screen.press('G', keys.up);
  await screen.press('g');
  await screen.waitFor('❯ ○ Move the zone');
  await screen.press(keys.down, keys.down);
  await screen.waitFor(/❯ ✔ Send the dashboards[^]*c open again/);
  await screen.press('c');
  await screen.waitFor(/❯ ○ Send the dashboards[^]*Open again: Send the dashboards/);
  expect(outcomes(place)).toEqual([undefined]);
});
