import {appendChanges} from '../../../source/store/append-changes.ts';
import type {Change} from '../../../source/handoff/changes/catalogue.ts';
import {readSnapshot, type Snapshot} from '../../../source/store/snapshot.ts';
import {makeStorePlace, type StorePlace} from '../../torture/store-place.ts';
import type {Ids} from './samples.ts';

/** A handoff with one of everything that a change can speak of. */
export interface SampleStore extends StorePlace {
  readonly ids: Ids;
  readonly append: (...changes: readonly Change[]) => Promise<Snapshot>;
}

const before: readonly Change[] = [
  {type: 'record/added', register: 'contacts', item: 'overview', fields: {name: 'Mina'}},
  {type: 'session/noted', kind: 'question', text: 'Who restarts it?'},
  {type: 'demonstration/started', item: 'components', performer: 'Mina', observer: 'Jordan'},
  {type: 'item/noted', item: 'components', note: 'To be taken back'},
];

export async function makeSampleStore(): Promise<SampleStore> {
  const place = await makeStorePlace();
  const {home, id} = place;
  await appendChanges({home, id, actor: 'ana', decide: () => before});
  const [row = '', note = '', demonstration = '', action = ''] = readSnapshot(home, id)
    .journal.slice(1)
    .map((each) => each.id);
  return {
    ...place,
    ids: {row, note, demonstration, action},
    async append(...changes) {
      return (await appendChanges({home, id, actor: 'ana', decide: () => changes})).snapshot;
    },
  };
}
