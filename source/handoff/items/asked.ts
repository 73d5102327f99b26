import {systemSizes, type Item, type SystemSize} from '../../playbook/playbook.ts';
import {allItems, type Phases} from '../../playbook/walk.ts';
import type {Handoff} from '../model/handoff.ts';
import {itemState} from '../model/item-state.ts';
import {lackingWithout} from '../registers/offered.ts';

/** What tells how much is asked. */
export type Sized = Pick<Handoff, 'size'>;

/** What a handoff of each size is of, as in "not asked of one host". */
export const sizeWords: Readonly<Record<SystemSize, string>> = {
  'one-host': 'one host',
  service: 'a service',
  platform: 'a platform',
};

/** How much a handoff is of. Where nobody has said so, all is asked. */
export function sizeOf({size}: Sized): SystemSize {
  return size ?? 'platform';
}

/** Whether an item is asked only of larger systems than this. */
export function isBeyondSize(sized: Sized, {askedFrom}: Item): boolean {
  return (
    askedFrom !== undefined && systemSizes.indexOf(sizeOf(sized)) < systemSizes.indexOf(askedFrom)
  );
}

/** How many entries of a playbook a system of each size is not asked for. */
export function notAskedIn(playbook: Phases): Readonly<Record<SystemSize, number>> {
  const items = allItems(playbook);
  const count = (size: SystemSize) => items.filter(({item}) => isBeyondSize({size}, item)).length;
  return {'one-host': count('one-host'), service: count('service'), platform: count('platform')};
}

/** Why an item is not asked for, where it is the size: "not asked of one host". */
export function beyondWords(sized: Sized, item: Item): string | undefined {
  return isBeyondSize(sized, item) ? `not asked of ${sizeWords[sizeOf(sized)]}` : undefined;
}

/**
 * Whether an item has to be settled. What is not asked for is offered: it counts as no work and stands
 * before no gate, no document says that it is missing, and it can be filled all the same. What the
 * playbook has no more is there to be read.
 */
export function isAskedFor(sized: Sized, item: Item): boolean {
  return !item.isGone && offeredBecause(sized, item) === undefined;
}

/** Why an item is only offered, as a clause; nothing where it is asked for. */
export function offeredBecause(sized: Sized, item: Item): string | undefined {
  const beyond = beyondWords(sized, item);
  return lackingWithout(item) ?? (beyond && `it is ${beyond}`);
}

/** Whether somebody has said something at an item that is not asked for; that is then to be whole. */
export function isTaken(handoff: Handoff, {id}: Item): boolean {
  return (
    itemState(handoff, id).status !== 'open' ||
    handoff.records.some(({item}) => item === id) ||
    handoff.demonstrations.some(({item}) => item === id)
  );
}

/**
 * Whether nobody has to look at an item: it is asked of larger systems and nobody took it up, or the
 * playbook has it no more.
 */
export function isLeftOut(handoff: Handoff, item: Item): boolean {
  return item.isGone === true || (isBeyondSize(handoff, item) && !isTaken(handoff, item));
}
