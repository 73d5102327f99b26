import {expect, test} from 'vitest';
import {appendChanges} from '../../../source/store/append-changes.ts';
import {readSnapshot} from '../../../source/store/snapshot.ts';
import {ctrl, keys} from '../../harness/keys.ts';
import {makeSessionPlace, running, type SessionPlace} from './session-place.tsx';

const id = 'apex-banking-payments-api';
const handoffOf = ({home}: SessionPlace) => readSnapshot(home, id).handoff;

async function told(): Promise<SessionPlace> {
  const place = await makeSessionPlace([
    [
      80,
      {
        type: 'record/added',
        register: 'risks',
        item: 'risks-and-issues',
        fields: {name: 'Queue fills', severity: '1', state: 'open'},
      },
    ],
    ...running(60),
  ]);
  await appendChanges({
    home: place.home,
    id,
    actor: 'ana',
    decide: () => [{type: 'session/ended'}],
  });
  return place;
}

test('removing what the customer was told asks why, and the line stays', async () => {
  await using place = await told();
  await using screen = await place.open('risks-and-known-issues');
  await screen.waitFor('Queue fills');
  await screen.press(keys.down);
  await screen.press('D');
  await screen.waitFor('Remove "Queue fills"');
  await screen.press('yes', keys.enter);
  await screen.waitFor(/Say why[^]*was removed[^]*Reason:/);
  expect(handoffOf(place).records).toHaveLength(1);
  await screen.press('It was a duplicate', keys.enter);
  await screen.waitFor('Removed: Queue fills');
  expect(handoffOf(place)).toMatchObject({
    records: [],
    history: [{text: 'the risk "Queue fills" was removed', reason: 'It was a duplicate'}],
  });
});

test('left with Esc, nothing is removed', async () => {
  await using place = await told();
  await using screen = await place.open('risks-and-known-issues');
  await screen.waitFor('Queue fills');
  await screen.press(keys.down);
  await screen.press('D');
  await screen.waitFor('Remove "Queue fills"');
  await screen.press('yes', keys.enter);
  await screen.waitFor('Reason:');
  await screen.press(keys.escape);
  await screen.waitFor('Queue fills');
  expect(handoffOf(place)).toMatchObject({records: [{}], history: []});
});

test('a form that makes less of a row asks why as well, and keeps what was typed until then', async () => {
  await using place = await told();
  await using screen = await place.open('risks-and-known-issues');
  await screen.waitFor('Queue fills');
  await screen.press(keys.down);
  await screen.press(keys.enter);
  await screen.waitFor('Risk or issue');
  await screen.press(keys.shiftTab);
  await screen.press('3');
  await screen.press(ctrl('s'));
  await screen.waitFor(/Say why[^]*Severity was lowered from 1 to 3[^]*Reason:/);
  expect(handoffOf(place).records[0]?.fields['severity']).toBe('1');
  await screen.press('Mina says so', keys.enter);
  await screen.waitFor('Changed the risk');
  expect(handoffOf(place)).toMatchObject({
    records: [{fields: {severity: '3'}}],
    history: [{reason: 'Mina says so'}],
  });
});
