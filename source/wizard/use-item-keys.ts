import {useState} from 'react';
import {isSettled} from '../handoff/items/progress.ts';
import {itemState} from '../handoff/model/item-state.ts';
import {workItems} from '../handoff/items/items.ts';
import type {Item} from '../playbook/model.ts';
import {questionKeys, type Question} from './components/prompt.tsx';
import {itemKey} from './components/selected-line.ts';
import {itemQuestion} from './item-questions.ts';
import type {KeyLayer} from './keys/layer.ts';
import type {View} from './view.ts';

export interface ItemKeys {
  readonly layer: KeyLayer;
  /** The question that is being asked; while there is one, keys belong to it. */
  readonly question: Question | undefined;
}

/** The next open item of the step after `item`, wrapping round to its start. */
export function nextOpen(view: View, item: Item): Item | undefined {
  const items = workItems(view.step);
  const at = items.findIndex(({id}) => id === item.id);
  return [...items.slice(at + 1), ...items.slice(0, at)].find(
    (other) => !isSettled(view.handoff, other),
  );
}

/** The keys that settle, describe and assign the selected item, the same on every screen. */
export function useItemKeys(view: View, item: Item | undefined): ItemKeys {
  const [question, setQuestion] = useState<Question>();
  const leave = () => setQuestion(undefined);
  const offBecause = item ? undefined : 'No item is selected.';

  if (question) {
    return {question, layer: questionKeys(leave)};
  }
  const ask = (field: Parameters<typeof itemQuestion>[2]) => () => {
    view.say(undefined);
    if (item) setQuestion(itemQuestion(view, item, field, leave));
  };
  function toggle(): void {
    if (!item) return;
    const isOpen = itemState(view.handoff, item.id).status === 'open';
    view.dispatch([{type: 'item/settled', item: item.id, status: isOpen ? 'done' : 'open'}], {
      select: itemKey(item),
      said: `${isOpen ? 'Done' : 'Open again'}: ${item.text}`,
    });
  }
  const off = offBecause === undefined ? {} : {offBecause};
  return {
    question: undefined,
    layer: [
      {action: 'toggle', run: toggle, isPrimary: true, ...off},
      {action: 'notApplicable', run: ask('reason'), isPrimary: true, ...off},
      {action: 'note', run: ask('note'), ...off},
      {action: 'owner', run: ask('owner'), ...off},
      {action: 'due', run: ask('due'), ...off},
      {action: 'evidence', run: ask('evidence'), ...off},
    ],
  };
}
