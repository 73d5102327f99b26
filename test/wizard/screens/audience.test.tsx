import {expect, test} from 'vitest';
import {audienceOf} from '../../../source/handoff/audience/audience-of.ts';
import {readSnapshot} from '../../../source/store/snapshot.ts';
import {keys} from '../../harness/keys.ts';
import {makeSessionPlace, running, type SessionPlace} from './session-place.tsx';

const timeout = 15_000;

function handoffOf({home, id}: SessionPlace) {
  return readSnapshot(home, id).handoff;
}

test('I keeps an open point from the customer with the reason, and lets them read it again', async () => {
  await using place = await makeSessionPlace([
    ...running(60),
    [30, {type: 'session/noted', kind: 'action', text: 'Send the dashboards'}],
    [10, {type: 'session/ended'}],
  ]);
  await using screen = await place.open('open-points');
  await screen.waitFor('❯ ○ Send the dashboards', {timeout});
  await screen.press('I');
  await screen.waitFor(/was made internal[^]*Reason:/, {timeout});
  await screen.press('It is about our own costs', keys.enter);
  await screen.waitFor(/❯ ○ Send the dashboards[^]*internal[^]*reaches nothing/, {timeout});
  const [id = ''] = Object.keys(handoffOf(place).followUps);
  expect(audienceOf(handoffOf(place), {kind: 'follow-up', id})).toBe('internal');
  await screen.press('I');
  await screen.waitFor('The customer may read it from now on', {timeout});
  expect(audienceOf(handoffOf(place), {kind: 'follow-up', id})).toBe('customer');
});

test('a note of the session is internal until the customer may read it', async () => {
  await using place = await makeSessionPlace([
    ...running(60),
    [30, {type: 'session/noted', kind: 'note', text: 'They have two sites'}],
  ]);
  await using screen = await place.open('agenda');
  await screen.press('G');
  await screen.waitFor(/❯ [^\n]*note: They have two sites[^]*never reaches the customer/, {
    timeout,
  });
  await screen.press('I');
  await screen.waitFor(/the customer may read it[^]*Printed in the session summary/, {timeout});
  expect(handoffOf(place).session.notes).toMatchObject([{audience: 'customer'}]);
});

test('the row of an internal item says so', async () => {
  await using place = await makeSessionPlace([]);
  await using screen = await place.open('readiness-checklist');
  const rows = await screen.waitFor('❯ ○ Validate every', {timeout});
  expect(rows.find((row) => row.includes('❯ ○ Validate every'))).not.toContain('internal');
  await screen.press('I');
  await screen.waitFor(/❯ ○ Validate every[^❯]*· internal/, {timeout});
});

test('what both sides go by stays the customer’s, and the key says so', async () => {
  await using place = await makeSessionPlace([
    [
      50,
      {
        type: 'record/added',
        register: 'approvers',
        item: 'approvers',
        fields: {name: 'Mina Okafor', role: 'Head of operations'},
      },
    ],
  ]);
  await using screen = await place.open('people');
  await screen.press(keys.down.repeat(2));
  await screen.waitFor(/❯ [^\n]*Mina Okafor/, {timeout});
  await screen.press('I');
  await screen.waitFor('Both sides go by the table', {timeout});
  expect(handoffOf(place).records).toMatchObject([{register: 'approvers'}]);
  expect(handoffOf(place).records[0]).not.toHaveProperty('audience');
});
