import {stepItems} from '../../handoff/items/items.ts';
import {itemDetail} from '../components/item-detail.ts';
import {itemEntries} from '../components/item-entries.ts';
import {itemKey, selectedItem} from '../components/selected-line.ts';
import {StepBody} from '../components/step-body.tsx';
import {StepFrame} from '../components/step-frame.tsx';
import {selectionKeys} from '../keys/selection-keys.ts';
import type {KeyLayer} from '../keys/layer.ts';
import {nextOpen, useItemKeys} from '../use-item-keys.ts';
import type {View} from '../view.ts';
import {itemState} from '../../handoff/model/item-state.ts';

/** A step whose items are settled one by one. */
export function Checklist({view}: {readonly view: View}) {
  const items = stepItems(view.step);
  const item = selectedItem(items, view.selected) ?? items[0];
  const {layer, question} = useItemKeys(view, item);

  function confirm(): void {
    if (!item) return view.goToNextStep();
    const next = nextOpen(view, item);
    const isOpen = itemState(view.handoff, item.id).status === 'open';
    if (!isOpen && !next) return view.goToNextStep();
    if (!isOpen && next) return view.select(itemKey(next));
    view.dispatch([{type: 'item/settled', item: item.id, status: 'done'}], {
      select: itemKey(next ?? item),
      said: next ? `Done: ${item.text}` : `Step complete. Enter goes on to the next one.`,
    });
  }

  const isFinished = !items.some(({id}) => itemState(view.handoff, id).status === 'open');
  const keys: KeyLayer = question
    ? layer
    : [
        {
          action: 'confirm',
          run: confirm,
          isPrimary: true,
          ...(isFinished ? {label: 'next step'} : {}),
        },
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
