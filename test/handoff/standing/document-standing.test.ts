import {describe, expect, it} from 'vitest';
import type {Change} from '../../../source/handoff/changes/catalogue.ts';
import {documentStanding} from '../../../source/handoff/standing/document-standing.ts';
import {writtenSince} from '../../../source/handoff/standing/written-since.ts';
import {handoffDigest} from '../../../source/handoff/standing/accepted/handoff-digest.ts';
import {makeLawStore, type LawStore} from '../rules/law-store.ts';

function writtenNow(store: LawStore, more: object = {}): Change {
  return {
    type: 'documents/written',
    asOf: new Date().toISOString(),
    digest: handoffDigest(store.handoff()),
    formats: ['md'],
    folder: '/srv/documents',
    documents: ['handoff-document', 'calendar'],
    ...more,
  };
}

describe('how a written document stands', () => {
  it('is never written, then current, then changed since', async () => {
    await using store = await makeLawStore();
    expect(documentStanding(store.handoff())).toEqual({state: 'never written'});
    const written = writtenNow(store);
    await store.append(written);
    expect(documentStanding(store.handoff(), 'calendar')).toMatchObject({
      state: 'current',
      folder: '/srv/documents',
    });
    expect(documentStanding(store.handoff(), 'kickoff').state).toBe('never written');
    await store.append({type: 'item/written', item: 'network', text: 'One network.'});
    expect(documentStanding(store.handoff())).toMatchObject({
      state: 'changed since',
      changedAt: store.handoff().updatedAt,
    });
  });

  it('is not changed by being written', async () => {
    await using store = await makeLawStore();
    const {updatedAt} = store.handoff();
    const digest = handoffDigest(store.handoff());
    await store.append(writtenNow(store));
    expect(store.handoff().updatedAt).toBe(updatedAt);
    expect(handoffDigest(store.handoff())).toBe(digest);
  });

  it('is changed by a refusal to accept, which no digest holds', async () => {
    await using store = await makeLawStore();
    await store.append(writtenNow(store));
    await store.append({
      type: 'sign-off/recorded',
      name: 'Mina Okafor',
      role: 'head of operations',
      decision: 'declined',
      remarks: 'The restore is missing',
    });
    expect(documentStanding(store.handoff()).state).toBe('changed since');
  });

  it('tells the first writing since an instant', async () => {
    await using store = await makeLawStore();
    const before = new Date().toISOString();
    await store.append(writtenNow(store));
    expect(writtenSince(store.handoff(), before)?.folder).toBe('/srv/documents');
    const asOf = store.handoff().documentSets[0]?.asOf ?? '';
    const after = new Date(Date.parse(asOf) + 1).toISOString();
    expect(writtenSince(store.handoff(), after)).toBeUndefined();
    expect(writtenSince(store.handoff(), before, 'kickoff')).toBeUndefined();
  });
});

it.each<[string, object, RegExp]>([
  ['of a moment ahead', {asOf: '2199-01-01T00:00:00.000Z'}, /still ahead/],
  ['of a name that no document has', {documents: ['kickoff', 'bill']}, /no document "bill"/],
  ['of no document', {documents: []}, /No document is named/],
])('documents %s are not recorded', async (_, more, refusal) => {
  await using store = await makeLawStore();
  await expect(store.append(writtenNow(store, more))).rejects.toThrow(refusal);
  expect(store.handoff().documentSets).toEqual([]);
});
