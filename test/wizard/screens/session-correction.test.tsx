import {expect, test} from 'vitest';
import {timeInBlock} from '../../../source/handoff/session/session-clock.ts';
import {readSnapshot} from '../../../source/store/snapshot.ts';
import {keys} from '../../harness/keys.ts';
import {makeSessionPlace, running, type SessionPlace} from './session-place.tsx';

const id = 'apex-banking-payments-api';
const sessionOf = ({home}: SessionPlace) => readSnapshot(home, id).handoff.session;

test('after the end C sets the record right, with a reason', async () => {
  await using place = await makeSessionPlace([...running(60), [0, {type: 'session/ended'}]]);
  await using screen = await place.open('agenda');
  await screen.waitFor('Agenda');
  await screen.press('C');
  await screen.waitFor(/What was different\?[^]*❯ it began/);
  await screen.press(keys.down, keys.down);
  await screen.waitFor(/❯ ".*" had 60 min/);
  await screen.press(keys.enter);
  await screen.waitFor(/Minutes of/);
  await screen.press('\u0015', '500', keys.enter);
  await screen.waitFor('would have 500 min');
  await screen.press('\u0015', '12', keys.enter);
  await screen.waitFor('Reason:');
  await screen.press('We talked about something else', keys.enter);
  await screen.waitFor('Corrected; it stays marked');
  expect(sessionOf(place).corrections).toMatchObject([
    {reason: 'We talked about something else', minutes: {overview: 12}},
  ]);
  expect(timeInBlock(sessionOf(place), 'overview', new Date().toISOString())).toBe(12 * 60_000);
});

test('a session that was held without the program is entered whole', async () => {
  await using place = await makeSessionPlace([]);
  await using screen = await place.open('agenda');
  await screen.waitFor('Agenda');
  await screen.press('C');
  await screen.waitFor('Began:');
  await screen.press('\u0015', '2026-03-04 14:00', keys.enter);
  await screen.waitFor('Ended:');
  await screen.press('\u0015', '2026-03-04 13:00', keys.enter);
  await screen.waitFor('would end before it starts');
  await screen.press('\u0015', '2026-03-04 15:30', keys.enter);
  await screen.waitFor('Reason:');
  await screen.press('No laptop in the room', keys.enter);
  await screen.waitFor('Corrected; it stays marked');
  expect(sessionOf(place)).toMatchObject({
    startedAt: '2026-03-04T13:00:00.000Z',
    endedAt: '2026-03-04T14:30:00.000Z',
    parts: [{isEnteredAfterwards: true}],
  });
});

test('while it goes on, C says that it is corrected afterwards', async () => {
  await using place = await makeSessionPlace(running(20));
  await using screen = await place.open('agenda');
  await screen.waitFor('Agenda');
  await screen.press('C');
  await screen.waitFor('corrected once it has ended');
  expect(sessionOf(place).corrections).toEqual([]);
});
