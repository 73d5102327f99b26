import {stepItems} from '../../../handoff/items/items.ts';
import {selectedItem} from '../../list/selected-line.ts';
import type {View} from '../../view.ts';
import {itemLines} from '../items/item-detail.ts';
import {itemKeys} from '../items/item-keys.ts';
import {itemRows} from '../items/item-rows.ts';
import type {StepContent} from '../step-content.ts';
import {signOff} from './asks.ts';
import {Closing} from './closing.tsx';
import {signOffRows} from './rows.ts';
import {signOffBindings} from './bindings.ts';

/** The receiver's decision, by a named person. */
export function signOffStep(view: View): StepContent {
  const {handoff, step} = view;
  const now = view.now();
  const items = stepItems(step);
  const isAccepted = handoff.signOffs.some(({decision}) => decision !== 'declined');
  const notYet = isAccepted ? {} : {offBecause: 'Nobody has accepted it yet.'};
  const closeOut = () => view.open((shown, close) => <Closing view={shown} onClose={close} />);
  return {
    rows: [...signOffRows(view), ...itemRows({handoff, now}, step.items)],
    at(selected) {
      const item = selectedItem(items, selected);
      return {
        keys: [
          {
            binding: signOffBindings.signOff,
            run: () => void signOff(view, closeOut),
            isPrimary: true,
          },
          {binding: signOffBindings.closeOut, run: closeOut, isPrimary: isAccepted, ...notYet},
          ...(item ? itemKeys(view, item) : []),
        ],
        ...(item ? {detail: (width: number) => itemLines(handoff, item, now, width)} : {}),
      };
    },
  };
}
