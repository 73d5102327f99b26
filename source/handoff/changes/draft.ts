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

/**
 * Settles an item or opens it again. The reason of a not-applicable goes with it. Whoever says what
 * was said already does not become the one who said it.
 */
export function settleItem(
  draft: Draft,
  stamp: Stamp,
  item: string,
  to: Pick<ItemState, 'status' | 'reason'>,
): void {
  const before = itemState(draft, item);
  const {
    reason: _,
    settledFor: _words,
    settledAt = stamp.at,
    settledBy = stamp.actor,
    ...rest
  } = before;
  const isSaid = before.status === to.status && before.reason === to.reason;
  const said = isSaid ? {settledAt, settledBy} : {settledAt: stamp.at, settledBy: stamp.actor};
  draft.items[item] = {
    ...rest,
    ...to,
    ...(to.status === 'open' ? {} : said),
    changedAt: stamp.at,
    changedBy: stamp.actor,
  };
}
