import type {Handoff} from '../model/handoff.ts';
import {itemState, type ItemState} from '../model/item-state.ts';
import type {Stamp} from './stamp.ts';

type Writable<T> = {-readonly [K in keyof T]: T[K]};

/** A handoff that nobody else has seen yet: a long journal is folded without a copy per action. */
export interface Draft extends Omit<Writable<Handoff>, 'items'> {
  readonly items: Record<string, ItemState>;
}

/** A copy to change. Of what lies in it, only `items` is copied. */
export function draftOf(handoff: Handoff): Draft {
  return {...handoff, items: {...handoff.items}};
}

/** Gives an item new parts, and notes who did it. */
export function setItem(
  draft: Draft,
  {at, actor}: Stamp,
  item: string,
  part: Partial<ItemState>,
): void {
  draft.items[item] = {...itemState(draft, item), ...part, changedAt: at, changedBy: actor};
}

/** Settles an item or opens it again. The reason of a not-applicable goes with it. */
export function settleItem(
  draft: Draft,
  stamp: Stamp,
  item: string,
  to: Pick<ItemState, 'status' | 'reason'>,
): void {
  const {reason: _, ...rest} = itemState(draft, item);
  draft.items[item] = {...rest, ...to, changedAt: stamp.at, changedBy: stamp.actor};
}
