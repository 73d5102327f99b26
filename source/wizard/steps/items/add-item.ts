import type {Change} from '../../../handoff/changes/catalogue.ts';
import {stepItems} from '../../../handoff/items/items.ts';
import {allItems} from '../../../playbook/walk.ts';
import type {Item} from '../../../playbook/playbook.ts';
import {answerProblem} from '../../asking/refusal-words.ts';
import {itemKey} from '../../list/selected-line.ts';
import type {View} from '../../view.ts';

/** Asks what else there is to do, and puts it behind an item of the step. */
export function askForItem(view: View, after: Item): void {
  const added = (text: string): Change => ({
    type: 'item/added',
    step: view.step.id,
    text,
    after: after.id,
  });
  void view.ask({
    label: 'New item',
    hint: 'In this handoff alone; the file of the playbook stays as it is.',
    problemWith: (text) =>
      text.trim() === '' ? 'Say what is to be done.' : answerProblem(view, added(text)),
    keep: (text) =>
      view.dispatch([added(text)], {
        select: ({playbook}) => {
          const known = new Set(stepItems(view.step).map(({id}) => id));
          const place = allItems(playbook).find(
            ({step, item}) => step.id === view.step.id && !known.has(item.id),
          );
          return place && itemKey(place.item);
        },
        said: `Added: ${text}`,
      }),
  });
}
