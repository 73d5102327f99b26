import {expect, test} from 'vitest';
import {itemState} from '../../../source/handoff/model/item-state.ts';
import {appendChanges} from '../../../source/store/append-changes.ts';
import {readSnapshot} from '../../../source/store/snapshot.ts';
import {ctrl, keys} from '../../harness/keys.ts';
import {makeSessionPlace, running, type Past, type SessionPlace} from './session-place.tsx';

const id = 'apex-banking-payments-api';
const task = 'restart-a-service';
function by(
  place: SessionPlace,
  actor: string,
  decide: Parameters<typeof appendChanges>[0]['decide'],
) {
  return appendChanges({home: place.home, id, actor, decide});
}

async function performed(): Promise<SessionPlace> {
  const place = await makeSessionPlace([
    ...running(20),
    [15, {type: 'demonstration/started', item: task, performer: 'Lee Chan', observer: 'Ana'}],
  ] satisfies Past[]);
  await by(place, 'ana', ({handoff}) => [
    {
      type: 'demonstration/ended',
      demonstration: handoff.demonstrations[0]?.id ?? '',
      result: 'unaided',
    },
  ]);
  return place;
}

const handoffOf = ({home}: SessionPlace) => readSnapshot(home, id).handoff;

test('a result that somebody has shown is corrected with a reason, and both stay on record', async () => {
  await using place = await performed();
  await using screen = await place.open('demonstrations');
  await screen.waitFor('Restart a service');
  await screen.press('u');
  await screen.waitFor(/Take back[^]*stays on record[^]*Reason:/);
  await screen.press(keys.enter);
  await screen.waitFor('Say why, or leave with Esc.');
  expect(handoffOf(place).demonstrations[0]?.result).toBe('unaided');

  await screen.press('It was the other service', keys.enter);
  await screen.waitFor('Taken back: the result of the demonstration: unaided');
  const {demonstrations, corrections, items} = handoffOf(place);
  expect(demonstrations[0]?.result).toBeUndefined();
  expect(itemState({items}, task).status).toBe('open');
  expect(corrections).toMatchObject([
    {words: 'the result of the demonstration: unaided', reason: 'It was the other service'},
  ]);
  await screen.press('U');
  await screen.waitFor('Put back');
  expect(handoffOf(place)).toMatchObject({demonstrations: [{result: 'unaided'}], corrections: []});
});

test('left with Esc, nothing is taken back', async () => {
  await using place = await performed();
  await using screen = await place.open('demonstrations');
  const before = place.journal().length;
  await screen.press('u');
  await screen.waitFor('Reason:');
  await screen.press(keys.escape);
  await screen.waitFor('Restart a service');
  expect(place.journal()).toHaveLength(before);
});

test('a row that somebody else has gone on from asks before their text goes with it', async () => {
  await using place = await makeSessionPlace([]);
  const fields = {from: 'Tills', to: 'API', port: '443'};
  await by(place, 'ana', () => [
    {type: 'record/added', register: 'flows', item: 'network', fields},
  ]);
  const row = handoffOf(place).records[0]?.id ?? '';
  await by(place, 'Ben', () => [
    {type: 'record/changed', record: row, fields: {purpose: 'Card payments'}},
  ]);
  await using screen = await place.open('what-was-deployed');
  await screen.press('u');
  await screen.waitFor(/Ben has gone on from it since[^]*Take it back:/);
  await screen.press('no', keys.enter);
  await screen.waitFor('Type yes');
  expect(handoffOf(place).records).toHaveLength(1);
  await screen.press(keys.escape);
  await screen.press('u');
  await screen.waitFor('Take it back:');
  await screen.press('yes', keys.enter);
  await screen.waitFor('Taken back');
  expect(handoffOf(place).records).toEqual([]);
  await screen.press('U');
  await screen.waitFor('Put back');
  expect(handoffOf(place).records[0]?.fields).toEqual({...fields, purpose: 'Card payments'});
});

test('a text that was discarded comes back with u, whether it has a line or a page', async () => {
  await using place = await makeSessionPlace([]);
  await using screen = await place.open('what-was-deployed');
  const gone = 'What was typed is gone. u brings it back.';
  for (const [key, opened, discard, shown] of [
    ['w', 'Write in Markdown.', ctrl('g'), 'is back.'],
    ['t', 'Note:', keys.escape, 'What you were typing is back.'],
  ] as const) {
    await screen.waitFor('Architecture overview');
    await screen.press(key);
    await screen.waitFor(opened);
    await screen.press('Two tills');
    await screen.waitFor('Two tills');
    await screen.press(discard);
    await screen.waitFor(gone);
    await screen.press('u');
    await screen.waitFor('What was typed is back; opening it again goes on.');
    await screen.press(key);
    const rows = await screen.waitFor('Two tills');
    expect(rows.join('\n')).toContain(shown);
    await screen.press(discard);
    await screen.waitFor(gone);
  }
  expect(handoffOf(place).items).toEqual({});
});
