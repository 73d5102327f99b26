import {stepItems} from '../../../handoff/items/items.ts';
import {selectedItem} from '../../list/selected-line.ts';
import type {View} from '../../view.ts';
import {itemLines} from '../items/item-detail.ts';
import {itemKeys} from '../items/item-keys.ts';
import {itemRows} from '../items/item-rows.ts';
import {keepKey, openKeeping} from '../../keeping/open-keeping.tsx';
import type {StepContent} from '../step-content.ts';
import {signOff} from './asks.ts';
import {signOffRows} from './rows.ts';
import {signOffBindings} from './bindings.ts';

/** The receiver's decision, by a named person. */
export function signOffStep(view: View): StepContent {
  const {handoff, step} = view;
  const now = view.now();
  const items = stepItems(step);
  const isAccepted = handoff.signOffs.some(({decision}) => decision !== 'declined');
  return {
    rows: [...signOffRows(view), ...itemRows({handoff, now}, step.items)],
    at(selected) {
      const item = selectedItem(items, selected);
      return {
        keys: [
          {
            binding: signOffBindings.signOff,
            run: () => void signOff(view, () => openKeeping(view)),
            isPrimary: true,
          },
          {...keepKey(view), isPrimary: isAccepted},
          ...(item ? itemKeys(view, item) : []),
        ],
        ...(item ? {detail: (width: number) => itemLines(handoff, item, now, width)} : {}),
      };
    },
  };
}
