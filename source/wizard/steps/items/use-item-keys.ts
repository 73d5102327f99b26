import {useState} from 'react';
import {alwaysApplies} from '../../../handoff/rules/item-rules.ts';
import {itemStanding} from '../../../handoff/standing/item-standing.ts';
import type {Change} from '../../../handoff/changes/catalogue.ts';
import type {Item} from '../../../playbook/playbook.ts';
import {questionKeys, type Question} from '../../asking/prompt.tsx';
import {itemKey} from '../../list/selected-line.ts';
import {itemQuestion} from './item-questions.ts';
import type {KeyLayer} from '../../keys/layer.ts';
import {refusalWords, refusedBecause} from '../../asking/refusal-words.ts';
import type {View} from '../../view.ts';

export interface ItemKeys {
  readonly layer: KeyLayer;
  /** The question that is being asked; while there is one, keys belong to it. */
  readonly question: Question | undefined;
}

/** What Space does: the other of done and open. */
function toggled({handoff}: View, {id}: Item): Change {
  const {status} = itemStanding(handoff, id);
  return {type: 'item/settled', item: id, status: status === 'open' ? 'done' : 'open'};
}

/** The keys that settle, describe and assign the selected item, the same on every screen. */
export function useItemKeys(view: View, item: Item | undefined): ItemKeys {
  const [question, setQuestion] = useState<Question>();
  const leave = () => setQuestion(undefined);
  const offBecause = item ? undefined : 'No item is selected.';

  if (question) return {question, layer: questionKeys(leave)};
  const ask = (field: Parameters<typeof itemQuestion>[2]) => () => {
    view.say(undefined);
    if (item) setQuestion(itemQuestion(view, item, field, leave));
  };
  function toggle(): void {
    if (!item) return;
    const {status} = itemStanding(view.handoff, item.id);
    view.dispatch([toggled(view, item)], {
      select: itemKey(item),
      said: `${status === 'open' ? 'Done' : 'Open again'}: ${item.text}`,
    });
  }
  const untogglable = item && refusedBecause(view, toggled(view, item));
  const always = item && refusalWords(alwaysApplies(view.handoff, {item: item.id}));
  const off = offBecause === undefined ? {} : {offBecause};
  return {
    question: undefined,
    layer: [
      {
        action: 'toggle',
        run: toggle,
        isPrimary: true,
        ...(untogglable === undefined ? off : {offBecause: untogglable}),
      },
      {
        action: 'notApplicable',
        run: ask('reason'),
        isPrimary: true,
        ...(always === undefined ? off : {offBecause: always}),
      },
      {action: 'note', run: ask('note'), ...off},
      {action: 'owner', run: ask('owner'), ...off},
      {action: 'due', run: ask('due'), ...off},
      {action: 'evidence', run: ask('evidence'), ...off},
    ],
  };
}
