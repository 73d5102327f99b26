import {describe, expect, it} from 'vitest';
import type {Change} from '../../../source/handoff/changes/catalogue.ts';
import {documentStanding} from '../../../source/handoff/standing/document-standing.ts';
import {writtenSince} from '../../../source/handoff/standing/written-since.ts';
import {handoffDigest} from '../../../source/handoff/standing/accepted/handoff-digest.ts';
import {makeWorld, type World} from '../../fixtures/world/world.ts';

function writtenNow(world: World, more: object = {}): Change {
  return {
    type: 'documents/written',
    asOf: new Date().toISOString(),
    digest: handoffDigest(world.handoff()),
    formats: ['md'],
    folder: '/srv/documents',
    documents: ['handoff-document', 'calendar'],
    ...more,
  };
}

describe('how a written document stands', () => {
  it('is never written, then current, then changed since', async () => {
    await using world = await makeWorld('new', {hasGates: false});
    expect(documentStanding(world.handoff())).toEqual({state: 'never written'});
    const written = writtenNow(world);
    await world.append(written);
    expect(documentStanding(world.handoff(), 'calendar')).toMatchObject({
      state: 'current',
      folder: '/srv/documents',
    });
    expect(documentStanding(world.handoff(), 'session-papers').state).toBe('never written');
    await world.append({type: 'item/written', item: 'network', text: 'One network.'});
    expect(documentStanding(world.handoff())).toMatchObject({
      state: 'changed since',
      changedAt: world.handoff().updatedAt,
    });
  });

  it('is not changed by being written', async () => {
    await using world = await makeWorld('new', {hasGates: false});
    const {updatedAt} = world.handoff();
    const digest = handoffDigest(world.handoff());
    await world.append(writtenNow(world));
    expect(world.handoff().updatedAt).toBe(updatedAt);
    expect(handoffDigest(world.handoff())).toBe(digest);
  });

  it('is changed by a refusal to accept, which no digest holds', async () => {
    await using world = await makeWorld('new', {hasGates: false});
    await world.append(writtenNow(world));
    await world.append({
      type: 'sign-off/recorded',
      name: 'Mina Okafor',
      role: 'head of operations',
      decision: 'declined',
      remarks: 'The restore is missing',
    });
    expect(documentStanding(world.handoff()).state).toBe('changed since');
  });

  it('tells the first writing since an instant', async () => {
    await using world = await makeWorld('new', {hasGates: false});
    const before = new Date().toISOString();
    await world.append(writtenNow(world));
    expect(writtenSince(world.handoff(), before)?.folder).toBe('/srv/documents');
    const asOf = world.handoff().documentSets[0]?.asOf ?? '';
    const after = new Date(Date.parse(asOf) + 1).toISOString();
    expect(writtenSince(world.handoff(), after)).toBeUndefined();
    expect(writtenSince(world.handoff(), before, 'session-papers')).toBeUndefined();
  });
});

it('a journal keeps what it says of documents that were called otherwise once', async () => {
  await using world = await makeWorld('new', {hasGates: false});
  await world.append(writtenNow(world, {documents: ['kickoff', 'status-update']}));
  expect(world.handoff().documentSets[0]?.documents).toEqual(['kickoff', 'status-update']);
});

it.each<[string, object, RegExp]>([
  ['of a moment ahead', {asOf: '2199-01-01T00:00:00.000Z'}, /still ahead/],
  ['of a name that no document has', {documents: ['kickoff', 'bill']}, /no document "bill"/],
  ['of no document', {documents: []}, /No document is named/],
])('documents %s are not recorded', async (_, more, refusal) => {
  await using world = await makeWorld('new', {hasGates: false});
  await expect(world.append(writtenNow(world, more))).rejects.toThrow(refusal);
  expect(world.handoff().documentSets).toEqual([]);
});
