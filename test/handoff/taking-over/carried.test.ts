import {expect, it} from 'vitest';
import {
  changeTypes,
  entryOf,
  type Action,
  type Change,
} from '../../../source/handoff/changes/catalogue.ts';
import {itemAt} from '../../../source/handoff/items/item-at.ts';
import {item} from '../../fixtures/small-playbook.ts';
import type {Playbook} from '../../../source/playbook/playbook.ts';
import {makeSampleStore} from '../changes/sample-store.ts';
import {samples} from '../changes/samples.ts';

/** The item of which each change speaks; nothing before it has. */
const spokenOf = 'questions';

/** A playbook that has nothing of the other. */
const another: Playbook = {
  title: 'Another',
  gotchas: [],
  links: [],
  notices: [],
  phases: [
    {
      id: 'other',
      kind: 'preparation',
      title: 'Wholly different',
      position: {line: 1, column: 1},
      steps: [
        {
          id: 'other',
          title: 'Elsewhere',
          screen: 'checklist',
          items: [item('nothing-of-the-kind')],
          position: {line: 2, column: 1},
        },
      ],
    },
  ],
};

/** These name an item deep in their values, which no field says. */
const deep: ReadonlySet<string> = new Set(['session/corrected', 'gate/waived']);

const speaking = changeTypes.filter(
  (type) =>
    type !== 'item/removed' &&
    (deep.has(type) ||
      Object.values(entryOf(type).fields).some(({refersTo}) => refersTo === 'item')),
);

/** A sample that speaks of the item, wherever it speaks of one. */
function said(sample: Change): Change {
  const {type} = sample;
  // Only this item has a command.
  if (type === 'item/ran') return sample;
  const named = Object.entries(entryOf(type).fields).flatMap(([name, {refersTo}]) =>
    refersTo === 'item' ? [[name, spokenOf]] : [],
  );
  if (type === 'session/corrected')
    return {...sample, minutes: {[spokenOf]: 30}, customerMinutes: {}};
  return {...sample, ...Object.fromEntries(named)} as Change;
}

/** The item of which a change speaks once it is there. */
function subjectOf(action: Action): string {
  const {type, id} = action;
  if (type === 'item/added') return id;
  if (type === 'item/ran') return action.item;
  return type === 'gate/waived' ? 'criteria-validated' : spokenOf;
}

it.each(speaking)(
  'an item of which %s speaks stays when the playbook has it no more',
  async (type) => {
    await using store = await makeSampleStore(type);
    const isAddition = type === 'item/added';
    const {journal, handoff: before} = await store.append(said(samples(store.ids)[type]));
    const last = journal.at(-1);
    const id = last ? subjectOf(last) : '';
    const {startedAt, endedAt} = before.session;
    if (startedAt !== undefined && endedAt === undefined)
      await store.append({type: 'session/ended'});
    const {handoff} = await store.append({
      type: 'playbook/taken-over',
      playbook: another,
      playbookSource: '/srv/other.md',
      playbookFiles: [],
    });
    expect(itemAt(handoff, id)?.item).toMatchObject(isAddition ? {isAdded: true} : {isGone: true});
    // What nothing speaks of has gone.
    expect(itemAt(handoff, 'send-documents')).toBeUndefined();
  },
);
