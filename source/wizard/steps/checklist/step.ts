import {stepItems} from '../../../handoff/items/items.ts';
import {selectedItem} from '../../list/selected-line.ts';
import {publishDetail} from '../../publishing/publish-key.tsx';
import type {View} from '../../view.ts';
import {itemLines} from '../items/item-detail.ts';
import {itemKeys} from '../items/item-keys.ts';
import {itemRows} from '../items/item-rows.ts';
import {confirmKey} from '../items/settle-item.ts';
import type {StepContent} from '../step-content.ts';

/** A step whose items are settled one by one. */
export function useChecklist(view: View): StepContent {
  const {handoff, step} = view;
  const now = view.now();
  const items = stepItems(step);
  return {
    rows: itemRows({handoff, now}, step.items),
    at(selected) {
      const item = selectedItem(items, selected);
      return {
        keys: [confirmKey(view, item), ...(item ? itemKeys(view, item) : [])],
        ...(item
          ? {
              detail: (width: number) => [
                ...itemLines(handoff, item, now, width),
                ...publishDetail(view, item, width),
              ],
            }
          : {}),
      };
    },
  };
}
