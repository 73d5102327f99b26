import type {Handoff} from '../model/handoff.ts';
import {itemPlace} from '../model/place.ts';
import type {Loss} from '../rules/losses/losses.ts';
import {itemAt} from '../items/item-at.ts';
import {isTouched} from './named-in.ts';

/** What goes with an item that was added in the handoff: its own words, and what was said of it. */
export function removedItemLoss(handoff: Handoff, id: string): Loss | undefined {
  const at = itemAt(handoff, id);
  if (!at || !isTouched(handoff, id)) return undefined;
  return {
    text: `the item "${at.item.text}", which was added in the handoff, was removed`,
    needsReason: true,
    concernsCustomer: false,
    place: {step: itemPlace(at.step, at.item).step},
  };
}
