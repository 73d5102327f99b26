import {expect, it} from 'vitest';
import type {Change} from '../../../source/handoff/changes/catalogue.ts';
import {draftPlace} from '../../../source/handoff/drafts/draft-item.ts';
import {draftStandings, type DraftStanding} from '../../../source/handoff/drafts/draft-standing.ts';
import {checkTaken, leaveDraft, takingOf} from '../../../source/handoff/drafts/take-draft.ts';
import {readGate} from '../../../source/handoff/gates/gates.ts';
import {handoffProgress} from '../../../source/handoff/items/progress.ts';
import type {FoundDraft} from '../../../source/handoff/drafts/found-draft.ts';
import {handoffDigest} from '../../../source/handoff/standing/accepted/handoff-digest.ts';
import {makeWorld, type World} from '../../fixtures/world/world.ts';

function component(name: string, fields: Record<string, string> = {}): FoundDraft {
  return {
    kind: 'row',
    key: `row components ${name}`,
    register: 'components',
    fields: {name, version: '2.4.1', place: 'pay-1', ...fields},
    source: 'compose.yaml:2',
  };
}

const check: FoundDraft = {
  kind: 'check',
  key: 'check api answers',
  fields: {name: 'api answers', tcp: '127.0.0.1:8080'},
  source: 'compose.yaml:4',
};

const seen = (drafts: readonly FoundDraft[], unread: readonly string[] = []): Change => ({
  type: 'drafts/seen',
  folder: '/srv/pay',
  host: 'pay-1',
  drafts,
  unread,
});

const states = (world: World) =>
  draftStandings(world.handoff()).map(({state, draft: {key}}) => [key, state]);

function one(world: World, key: string): DraftStanding {
  const found = draftStandings(world.handoff()).find(({draft}) => draft.key === key);
  if (!found) throw new Error(`There is no draft "${key}".`);
  return found;
}

function taking(world: World, ...keys: readonly string[]): Change[] {
  return keys.flatMap((key) => {
    const taking = takingOf(world.handoff(), one(world, key));
    return 'changes' in taking ? taking.changes : [];
  });
}

it('offers what was found, and never again what was taken or left as it is found', async () => {
  await using world = await makeWorld('new');
  await world.append(seen([component('api'), component('worker'), check]));
  expect(states(world)).toEqual([
    ['row components api', 'new'],
    ['row components worker', 'new'],
    ['check api answers', 'new'],
  ]);
  await world.append(...taking(world, 'row components api'));
  await world.append(leaveDraft(one(world, 'row components worker')), checkTaken(check));
  expect(states(world).map(([, state]) => state)).toEqual(['taken', 'left', 'taken']);
  expect(world.handoff().records).toMatchObject([
    {
      item: 'architecture-overview',
      fields: {name: 'api', version: '2.4.1', place: 'pay-1'},
      draft: {key: 'row components api', source: 'compose.yaml:2'},
    },
  ]);
  await world.append(seen([component('api'), component('worker', {version: '3'}), check], ['x']));
  expect(states(world).map(([, state]) => state)).toEqual(['taken', 'new', 'taken']);
});

it('offers only what is found otherwise, in fields that nobody has changed since', async () => {
  await using world = await makeWorld('new');
  await world.append(seen([component('api', {purpose: 'Orders'})]));
  await world.append(...taking(world, 'row components api'));
  const [row] = world.handoff().records;
  await world.append({type: 'record/changed', record: row?.id ?? '', fields: {place: 'pay-2'}});
  const now = {version: '2.5.0', place: 'pay-3', purpose: 'Orders'};
  await world.append(seen([component('api', now)]));
  expect(one(world, 'row components api')).toMatchObject({
    state: 'changed',
    offers: {version: '2.5.0'},
  });
  await world.append(...taking(world, 'row components api'));
  expect(world.handoff().records[0]?.fields).toMatchObject({version: '2.5.0', place: 'pay-2'});
  expect(states(world)).toEqual([['row components api', 'taken']]);
});

it('what changed and is not wanted is not offered again', async () => {
  await using world = await makeWorld('new');
  await world.append(seen([component('api')]));
  await world.append(...taking(world, 'row components api'));
  await world.append(seen([component('api', {version: '2.5.0'})]));
  await world.append(leaveDraft(one(world, 'row components api')));
  expect(states(world)).toEqual([['row components api', 'taken']]);
  expect(world.handoff().records[0]?.fields).toMatchObject({version: '2.4.1'});
});

it('fills what is open in a row that a person wrote, and adds no second one', async () => {
  await using world = await makeWorld('new');
  await world.append({
    type: 'record/added',
    register: 'components',
    item: 'architecture-overview',
    fields: {name: 'API', version: '2.4'},
  });
  await world.append(seen([component('api')]));
  expect(one(world, 'row components api')).toMatchObject({
    state: 'changed',
    offers: {place: 'pay-1'},
  });
});

it('never takes what cannot be told, nor what a runbook is for', async () => {
  await using world = await makeWorld('new');
  const runbook: FoundDraft = {
    kind: 'runbook',
    key: 'runbook Restore: make restore',
    register: 'runbooks',
    fields: {name: 'Restore: make restore', commands: 'make restore', effect: 'changes'},
    source: 'Makefile:9',
  };
  await world.append(seen([component('api', {version: 'unknown'}), runbook]));
  await world.append(...taking(world, 'row components api', runbook.key));
  const [row, restore] = world.handoff().records;
  expect(row?.fields).toEqual({name: 'api', place: 'pay-1'});
  expect(restore).toMatchObject({item: 'back-up-and-restore', fields: {purpose: 'other'}});
  await world.append(seen([component('api'), runbook]));
  expect(one(world, 'row components api')).toMatchObject({offers: {version: '2.4.1'}});
});

it('tells what is gone, unless the file that said it could not be read', async () => {
  await using world = await makeWorld('new');
  await world.append(seen([component('api'), check]));
  await world.append(...taking(world, 'row components api'), checkTaken(check));
  await world.append(seen([], ['compose.yaml']));
  expect(states(world)).toEqual([]);
  await world.append(seen([]));
  expect(states(world)).toEqual([
    ['row components api', 'gone'],
    ['check api answers', 'gone'],
  ]);
  expect(world.handoff().records).toHaveLength(1);
  await world.append(leaveDraft(one(world, 'row components api')));
  await world.append(leaveDraft(one(world, 'check api answers')));
  expect(states(world)).toEqual([]);
});

it('a row that was removed is not offered again', async () => {
  await using world = await makeWorld('new');
  await world.append(seen([component('api')]));
  await world.append(...taking(world, 'row components api'));
  await world.append({type: 'record/removed', record: world.handoff().records[0]?.id ?? ''});
  expect(states(world)).toEqual([['row components api', 'left']]);
});

it('says why it cannot be taken where no item keeps such rows', async () => {
  await using world = await makeWorld('new');
  await world.append({
    type: 'item/settled',
    item: 'architecture-overview',
    status: 'not-applicable',
    reason: 'The customer has all of it in their own register',
  });
  expect(draftPlace(world.handoff(), component('api'))).toMatchObject({
    why: expect.stringMatching(/No item of this playbook keeps components/),
  });
});

it('is no fact: nothing counts what was found and not taken', async () => {
  await using world = await makeWorld('prepared');
  const now = new Date().toISOString();
  const facts = () => [
    handoffProgress(world.handoff()),
    readGate(world.handoff(), 'session', now).missing.map(({id}) => id),
    handoffDigest(world.handoff()),
    world.handoff().updatedAt,
  ];
  const before = facts();
  await world.append(seen([component('api'), check]));
  expect(facts()).toEqual(before);
});

it('looking again says nothing while the same is found', async () => {
  await using world = await makeWorld('new');
  await world.append(seen([component('api')]));
  await expect(world.append(seen([component('api')]))).rejects.toThrow(/The same was found/);
});

it('a look at what runs and one at the files stand beside each other, and what runs counts', async () => {
  await using world = await makeWorld('new');
  const running: Change = {
    type: 'drafts/seen',
    host: 'pay-1',
    drafts: [
      {...component('api'), fields: {name: 'api', version: '2.4.2'}, source: 'ps, 14:02'},
      {...component('redis'), source: 'ps, 14:02'},
    ],
    unread: [],
  };
  await world.append(seen([component('api', {purpose: 'Orders'}), component('worker')]), running);
  expect(one(world, 'row components api').draft).toMatchObject({
    fields: {version: '2.4.2', place: 'pay-1', purpose: 'Orders'},
    source: 'ps, 14:02; compose.yaml:2',
  });
  await world.append(
    ...taking(world, 'row components api', 'row components worker', 'row components redis'),
  );
  await world.append(seen([component('api')]));
  expect(states(world).filter(([, state]) => state !== 'taken')).toEqual([
    ['row components worker', 'gone'],
  ]);
  await world.append({...running, drafts: [], unread: ['ps']});
  expect(states(world).filter(([, state]) => state === 'gone')).toEqual([
    ['row components worker', 'gone'],
  ]);
  await world.append({...running, drafts: []});
  expect(states(world).filter(([, state]) => state === 'gone')).toEqual([
    ['row components worker', 'gone'],
    ['row components redis', 'gone'],
  ]);
});
