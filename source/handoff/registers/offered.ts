import type {Item} from '../../playbook/playbook.ts';
import {registers} from './registers.ts';

/**
 * What a reader misses without the rows of an item, where its table is offered and not asked for: it
 * counts as no work, stands before no gate, and no document says that it is missing. A playbook asks
 * for such a table as for any other where it does not call the item optional.
 */
export function lackingWithout({isOptional, register}: Item): string | undefined {
  return isOptional && register !== undefined ? registers[register].lacking : undefined;
}

/** Whether the table of an item is offered and not asked for. */
export function isOffered(item: Item): boolean {
  return lackingWithout(item) !== undefined;
}
