import {readdir} from 'node:fs/promises';
import {appendChanges} from '../../source/store/append-changes.ts';
import {keepDraft} from '../../source/store/drafts.ts';
import {keepEvidence} from '../../source/store/evidence.ts';
import {createHandoff} from '../../source/store/create-handoff.ts';
import {trustFile} from '../../source/store/settings/settings.ts';
import {newHandoff, type StorePlace} from './store-place.ts';
import {notedItem} from './keep.ts';
import type {OpenTally} from './tally.ts';

/** Writes once of each kind, after which nothing that killed writers left half done may lie about. */
export async function expectSwept({home, id}: StorePlace, tally: OpenTally): Promise<void> {
  const note = {type: 'item/noted', item: notedItem, note: 'the last'} as const;
  await appendChanges({home, id, actor: 'ana', decide: () => [note]});
  await keepDraft(home, id, 'last', 'last');
  await keepEvidence(home, 'last');
  await trustFile(home, 'last', '/srv/last');
  await createHandoff(home, 'ana', newHandoff);
  const left = (await readdir(home, {recursive: true})).filter((name) =>
    /\.part|\.turn-|\.tmp-|\.kept$/.test(name),
  );
  for (const name of left) tally.wrong.push(`${name} was left behind`);
}
