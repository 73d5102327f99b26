import {expect, it} from 'vitest';
import type {Change} from '../../../source/handoff/changes/catalogue.ts';
import type {Handoff} from '../../../source/handoff/model/handoff.ts';
import {itemAt} from '../../../source/handoff/items/item-at.ts';
import {itemStanding} from '../../../source/handoff/standing/item-standing.ts';
import {lastUndoable} from '../../../source/handoff/changes/undo.ts';
import {RefusedError} from '../../../source/store/refused-error.ts';
import {withoutItem} from '../../../source/playbook/placing.ts';
import {engineer} from '../../fixtures/world/story.ts';
import {makeTwoStores} from '../folding/two-stores.ts';

/** The playbook as it is, but for items that go. */
const without =
  (...ids: readonly string[]) =>
  ({playbook}: Handoff): Change => ({
    type: 'playbook/taken-over',
    playbook: ids.reduce(withoutItem, playbook),
    playbookSource: '/srv/playbook.md',
    playbookFiles: [{path: '/srv/playbook.md', sha256: 'f'.repeat(64)}],
  });
const noted = {type: 'item/noted', item: 'network', note: 'Two zones'} as const;

it('what a colleague says of an item that is gone elsewhere brings it back', async () => {
  await using store = await makeTwoStores();
  store.part();
  await store.append(without('network'));
  expect(itemAt(store.handoff(), 'network')).toBeUndefined();
  await store.apart(noted);
  store.meet();
  const {handoff, setAside} = store.snapshot();
  expect(itemAt(handoff, 'network')?.item).toMatchObject({isGone: true, text: 'Network'});
  expect(itemStanding(handoff, 'network').note).toBe('Two zones');
  expect(setAside).toEqual([]);
  expect(handoff.marks).toEqual([]);
});

it('two people who take over apart have the version of the last of them, and all that was said', async () => {
  await using store = await makeTwoStores();
  store.part();
  await store.append(without('network'), {...noted, item: 'escalation-contacts'});
  await store.apart(noted, without('escalation-contacts'));
  store.meet();
  const {handoff, setAside} = store.snapshot();
  expect(setAside).toEqual([]);
  expect(itemStanding(handoff, 'network').note).toBe('Two zones');
  expect(itemStanding(handoff, 'escalation-contacts').note).toBe('Two zones');
});

it('a version is taken back only with what others have said of its new items, once that is agreed to', async () => {
  await using store = await makeTwoStores();
  await store.append(({playbook}) => {
    const [phase, ...rest] = playbook.phases;
    const [step, ...others] = phase?.steps ?? [];
    const [item, ...items] = step?.items ?? [];
    if (!phase || !step || !item) throw new Error('The playbook is empty.');
    const fresh = {...item, id: 'fresh', text: 'Fresh', children: []};
    const next = {...step, items: [fresh, item, ...items]};
    return {
      type: 'playbook/taken-over',
      playbook: {...playbook, phases: [{...phase, steps: [next, ...others]}, ...rest]},
      playbookSource: '/srv/playbook.md',
      playbookFiles: [],
    };
  });
  const taken = lastUndoable(store.journal(), engineer)?.id ?? '';
  await store.by('Ana Silva', {type: 'item/noted', item: 'fresh', note: 'Mine'});
  const undo = {type: 'undone', action: taken} as const;
  await expect(store.append(undo)).rejects.toThrow('Ana Silva has gone on from it since');
  const along = [store.journal().at(-1)?.id ?? ''];
  await store.append({...undo, along});
  expect(itemAt(store.handoff(), 'fresh')).toBeUndefined();
});

it.each(['isGone', 'isAdded'])('no file says of an item that it %s', async (mark) => {
  await using store = await makeTwoStores();
  const lie = (handoff: Handoff): Change => {
    const change = without()(handoff);
    if (change.type !== 'playbook/taken-over') throw new Error('It takes nothing over.');
    const [phase, ...rest] = change.playbook.phases;
    const steps = (phase?.steps ?? []).map((step) => ({
      ...step,
      items: step.items.map((item) => ({...item, [mark]: true})),
    }));
    return {
      ...change,
      playbook: {...change.playbook, phases: phase ? [{...phase, steps}, ...rest] : rest},
    };
  };
  await expect(store.append(lie)).rejects.toThrow(RefusedError);
});
