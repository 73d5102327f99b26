import {workItems} from '../../../handoff/items/items.ts';
import type {Place} from '../../../handoff/model/place.ts';
import {itemStanding} from '../../../handoff/standing/item-standing.ts';
import type {Item} from '../../../playbook/playbook.ts';
import {itemKey} from '../../list/selected-line.ts';
import type {KeyAction} from '../../keys/layer.ts';
import {goToNextStep} from '../step-keys.ts';
import type {View} from '../../view.ts';
import {itemBindings} from './item-bindings.ts';

/** The next item of the step after `item` that a person can settle, wrapping round to its start. */
export function nextOpen({step, handoff}: View, item: Item): Item | undefined {
  const items = workItems(handoff, step);
  const at = items.findIndex(({id}) => id === item.id);
  return [...items.slice(at + 1), ...items.slice(0, at)].find(({id}) => {
    const {status, waitsFor} = itemStanding(handoff, id);
    return status === 'open' && !waitsFor;
  });
}

/** Whether a place is more than the step that is open. */
function isElsewhere({step}: View, item: Item, place: Place): boolean {
  if (place.step !== step.id) return true;
  return place.line !== undefined && !(place.line.kind === 'item' && place.line.id === item.id);
}

/** Goes where something happens that is waited for, and says what it is. */
function goThere(view: View, text: string, place: Place | undefined): void {
  if (place) view.goTo(place, {isDetour: true});
  view.say({text, token: 'accent'});
}

/**
 * Enter on an item: settles it and goes on to the next one. Where a fact settles it, Enter goes
 * where that happens.
 */
export function confirmKey(view: View, item: Item | undefined): KeyAction {
  const goOn = {binding: itemBindings.goOn, isPrimary: true} as const;
  const leave = {...goOn, label: 'next step', run: () => goToNextStep(view)};
  if (!item) return leave;
  const {status, waitsFor} = itemStanding(view.handoff, item.id);
  if (waitsFor) {
    const {text, place} = waitsFor;
    const target = place && isElsewhere(view, item, place) ? place : undefined;
    return {
      binding: itemBindings.goThere,
      isPrimary: true,
      ...(target ? {} : {label: 'what it waits for'}),
      run: () => goThere(view, text, target),
    };
  }
  const next = nextOpen(view, item);
  if (status !== 'open') return next ? {...goOn, run: () => view.select(itemKey(next))} : leave;
  return {
    binding: itemBindings.confirm,
    isPrimary: true,
    run: () =>
      void view.dispatch([{type: 'item/settled', item: item.id, status: 'done'}], {
        select: itemKey(next ?? item),
        said: next ? `Done: ${item.text}` : 'Step complete. Enter goes on to the next one.',
      }),
  };
}
