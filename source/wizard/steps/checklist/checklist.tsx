import {stepItems} from '../../../handoff/items/items.ts';
import {itemDetail} from '../items/item-detail.ts';
import {itemEntries} from '../items/item-entries.ts';
import {itemKey, selectedItem} from '../../list/selected-line.ts';
import {StepBody} from '../step-body.tsx';
import {StepFrame} from '../../frame/step-frame.tsx';
import {selectionKeys} from '../../keys/selection-keys.ts';
import type {KeyLayer} from '../../keys/layer.ts';
import {confirmKey} from '../items/settle-item.ts';
import {useItemKeys} from '../items/use-item-keys.ts';
import type {View} from '../../view.ts';

/** A step whose items are settled one by one. */
export function Checklist({view}: {readonly view: View}) {
  const items = stepItems(view.step);
  const item = selectedItem(items, view.selected) ?? items[0];
  const {layer, question} = useItemKeys(view, item);

  const keys: KeyLayer = question
    ? layer
    : [
        confirmKey(view, item),
        ...layer,
        ...selectionKeys(
          items.map((one) => itemKey(one)),
          itemKey(item),
          view.select,
        ),
      ];
  return (
    <StepFrame view={view} layer={keys} isTyping={question !== undefined}>
      {(size) => (
        <StepBody
          view={{...view, selected: itemKey(item)}}
          size={size}
          question={question}
          entries={itemEntries(view.step.items, {
            handoff: view.handoff,
            selected: itemKey(item),
            width: size.width,
            now: view.now(),
          })}
          detail={(width, height) =>
            item && height > 0 ? itemDetail(view.handoff, item, view.now(), width, height) : []
          }
        />
      )}
    </StepFrame>
  );
}
