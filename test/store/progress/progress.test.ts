import {readFileSync, writeFileSync} from 'node:fs';
import {expect, test} from 'vitest';
import {formatList} from '../../../source/commands/list/list.ts';
import {appendChanges} from '../../../source/store/append-changes.ts';
import {keepProgress} from '../../../source/store/progress/keep-progress.ts';
import {progressFile} from '../../../source/store/progress/progress-file.ts';
import {summarize} from '../../../source/store/progress/summarize.ts';
import {listHandoffs, readKnown} from '../../../source/store/list-handoffs.ts';
import {readSnapshot} from '../../../source/store/snapshot.ts';
import {makeStorePlace, type StorePlace} from '../../torture/store-place.ts';

function settle({home, id}: StorePlace, item: string) {
  const change = {type: 'item/settled', item, status: 'done'} as const;
  return appendChanges({home, id, actor: 'ana', decide: () => [change]});
}

test('progress of a process that did not know the newest change yet is not taken for the newest', async () => {
  await using place = await makeStorePlace();
  const {home, id} = place;
  const older = readSnapshot(home, id);
  await settle(place, 'criteria-validated');
  await keepProgress(home, id, older);
  const {handoff} = readSnapshot(home, id);
  expect((await listHandoffs(home)).handoffs).toEqual([summarize(handoff)]);
});

test('progress in which any byte was changed is made anew, and the list says what the journal says', async () => {
  await using place = await makeStorePlace();
  const {home, id} = place;
  await settle(place, 'criteria-validated');
  const said = (await listHandoffs(home)).handoffs;
  expect(readKnown(home).unread).toEqual([]);
  const file = progressFile(home, id);
  const whole = readFileSync(file);
  for (let at = 0; at < whole.length - 1; at += 1) {
    const changed = Buffer.from(whole);
    changed[at] = (whole[at] ?? 0) ^ 1;
    writeFileSync(file, changed);
    expect(readKnown(home).unread, `byte ${at}`).toEqual([id]);
    expect((await listHandoffs(home)).handoffs, `byte ${at}`).toEqual(said);
  }
});

test('a session that is planned is what comes next, until it begins', async () => {
  await using place = await makeStorePlace();
  const {home, id} = place;
  const startsAt = '2099-07-01T12:00:00.000Z';
  const plan = {type: 'session/planned', startsAt, timeZone: 'UTC', minutes: 60} as const;
  await appendChanges({home, id, actor: 'ana', decide: () => [plan]});
  const {handoffs, broken} = await listHandoffs(home);
  expect(handoffs[0]?.next).toMatchObject({id: 'session', due: {instant: startsAt}});
  expect(formatList({handoffs, broken}, '2099-07-01T08:00:00.000Z')).toMatch(
    /session due today \d\d:\d\d$/mu,
  );
  await appendChanges({home, id, actor: 'ana', decide: () => [{type: 'session/started'}]});
  expect((await listHandoffs(home)).handoffs[0]?.next).toBeUndefined();
});
