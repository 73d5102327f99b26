import type {Change} from '../../../handoff/changes/catalogue.ts';
import {alwaysApplies} from '../../../handoff/rules/item-rules.ts';
import {itemStanding} from '../../../handoff/standing/item-standing.ts';
import type {Item} from '../../../playbook/playbook.ts';
import {confirm} from '../../asking/confirm.ts';
import {refusalWords, refusedBecause} from '../../asking/refusal-words.ts';
import type {KeyAction, KeyLayer} from '../../keys/layer.ts';
import {keepKey} from '../../keeping/open-keeping.tsx';
import {itemKey} from '../../list/selected-line.ts';
import {publishKeys} from '../../publishing/publish-key.tsx';
import {commandKeys} from '../../running/command-keys.tsx';
import type {View} from '../../view.ts';
import {askForItem} from './add-item.ts';
import {itemAsks} from './item-asks.ts';
import {audienceKey} from './audience-key.ts';
import {itemBindings} from './item-bindings.ts';

/** What Space does: the other of done and open. */
function toggled({handoff}: View, {id}: Item): Change {
  const {status} = itemStanding(handoff, id);
  return {type: 'item/settled', item: id, status: status === 'open' ? 'done' : 'open'};
}

function off(offBecause: string | undefined): {readonly offBecause?: string} {
  return offBecause === undefined ? {} : {offBecause};
}

/** Only what was added in the handoff is removed; what stands in the file is said not to apply. */
function removeKey(view: View, {id, text}: Item): KeyAction {
  async function remove(): Promise<void> {
    const isMeant = await confirm(view.ask, {
      label: `Remove "${text}"`,
      hint: 'u brings it back.',
    });
    if (!isMeant) return;
    await view.dispatch([{type: 'item/removed', item: id}], {
      said: `Removed: ${text}. u brings it back.`,
    });
  }
  return {binding: itemBindings.remove, run: () => void remove()};
}

/** An item that asks for an archive, in a team's own words too, leads to where one is written. */
function archiveKeys(view: View, {text}: Item): KeyLayer {
  return /\barchiv/iu.test(text) ? [{...keepKey(view), isPrimary: true, label: 'archive'}] : [];
}

/** The keys that settle, describe and assign an item, the same on every screen. */
export function itemKeys(view: View, item: Item): KeyLayer {
  const {handoff} = view;
  const asks = itemAsks(view, item);
  const {status} = itemStanding(handoff, item.id);
  return [
    ...commandKeys(view, item),
    ...archiveKeys(view, item),
    ...publishKeys(view, item),
    {
      binding: itemBindings.toggle,
      run: () =>
        void view.dispatch([toggled(view, item)], {
          select: itemKey(item),
          said: `${status === 'open' ? 'Done' : 'Open again'}: ${item.text}`,
        }),
      isPrimary: true,
      ...off(refusedBecause(view, toggled(view, item))),
    },
    {
      binding: itemBindings.notApplicable,
      run: asks.reason,
      isPrimary: true,
      ...off(refusalWords(alwaysApplies(handoff, {item: item.id}))),
    },
    {binding: itemBindings.note, run: asks.note},
    {binding: itemBindings.owner, run: asks.owner},
    {binding: itemBindings.due, run: asks.due},
    {binding: itemBindings.evidence, run: asks.evidence},
    ...audienceKey(view, {kind: 'item', id: item.id}),
    {
      binding: itemBindings.add,
      run: () => askForItem(view, item),
      ...off(refusedBecause(view, {type: 'item/added', step: view.step.id, text: item.text})),
    },
    ...(item.isAdded ? [removeKey(view, item)] : []),
  ];
}
