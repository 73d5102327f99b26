import {cpSync, readdirSync} from 'node:fs';
import path from 'node:path';
import {handoffFolder} from '../../../source/store/handoff-folders.ts';
import {appendChanges} from '../../../source/store/append-changes.ts';
import type {Change, ChangeType} from '../../../source/handoff/changes/catalogue.ts';
import {defaultGates} from '../../../source/playbook/playbook.ts';
import {readSnapshot, type Snapshot} from '../../../source/store/snapshot.ts';
import {smallPlaybook} from '../../fixtures/small-playbook.ts';
import {makeStorePlace, newHandoff, type StorePlace} from '../../torture/store-place.ts';
import {leadTo, sampleRunbook, type Ids} from './samples.ts';

/** A handoff with one of everything that a change can speak of. */
export interface SampleStore extends StorePlace {
  readonly ids: Ids;
  readonly append: (...changes: readonly Change[]) => Promise<Snapshot>;
}

const before: readonly Change[] = [
  {type: 'session/started'},
  {type: 'record/added', register: 'contacts', item: 'overview', fields: {name: 'Mina'}},
  {type: 'session/noted', kind: 'question', text: 'Who restarts it?'},
  {type: 'demonstration/started', item: 'components', performer: 'Mina', observer: 'Jordan'},
  {type: 'item/noted', item: 'components', note: 'To be taken back'},
  {type: 'record/added', ...sampleRunbook},
  {
    type: 'record/added',
    register: 'teach-back',
    item: 'overview',
    fields: {name: 'What shows that it runs?', answer: 'active'},
  },
  {type: 'item/added', step: 'checklist', text: 'Tell the day shift'},
];

/** What only comes in an answer of the receiver, and one that has come. */
const inAnswers: ReadonlySet<ChangeType> = new Set(['demonstration/told', 'question/asked']);
const theirs = {
  actor: 'Mina',
  arrival: {answer: '4'.repeat(64), part: 0, at: '2026-03-05T10:00:00.000Z', by: 'ana'},
};
/** Somebody notes something in a copy of the store; gives what brings it back. */
async function writeApart({home, id}: StorePlace): Promise<() => void> {
  const other = `${home}-other`;
  cpSync(handoffFolder(home, id), handoffFolder(other, id), {recursive: true});
  const apart: Change = {type: 'item/noted', item: 'components', note: 'Written apart'};
  const known = readdirSync(handoffFolder(home, id));
  await appendChanges({home: other, id, actor: 'ben', decide: () => [apart]});
  return () => {
    for (const name of readdirSync(handoffFolder(other, id)))
      if (!known.includes(name))
        cpSync(path.join(handoffFolder(other, id), name), path.join(handoffFolder(home, id), name));
  };
}

/**
 * A store in which a sample of a kind may be. Only a handoff with gates can waive what they miss, and
 * only one without them starts its session unprepared.
 */
export async function makeSampleStore(type?: ChangeType): Promise<SampleStore> {
  const place = await makeStorePlace(
    type === 'gate/waived'
      ? {...newHandoff, playbook: {...smallPlaybook, gates: defaultGates}}
      : newHandoff,
  );
  const {home, id} = place;
  const isPlain = type === 'gate/waived';
  const meet = type === 'contradiction/settled' ? await writeApart(place) : undefined;
  await appendChanges({home, id, actor: 'ana', decide: () => (isPlain ? [] : before)});
  meet?.();
  const [
    row = '',
    note = '',
    demonstration = '',
    action = '',
    runbook = '',
    question = '',
    added = '',
  ] = readSnapshot(home, id)
    .journal.filter(({actor}) => actor === 'ana')
    .slice(2)
    .map((each) => each.id);
  const ids = {row, note, demonstration, action, runbook, question, added};
  const lead = type ? leadTo(type, ids) : [];
  if (lead.length > 0) await appendChanges({home, id, actor: 'ana', decide: () => lead});
  return {
    ...place,
    ids,
    async append(...changes) {
      const acts = changes.every((change) => inAnswers.has(change.type))
        ? changes.map(() => theirs)
        : [];
      const decide = () => changes;
      return (await appendChanges({home, id, actor: 'ana', acts, decide})).snapshot;
    },
  };
}
