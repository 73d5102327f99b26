import type {Item} from '../../playbook/playbook.ts';
import {registers} from './registers.ts';

/**
 * What a reader misses without the rows of an item, where its table is offered and not asked for: it
 * is not asked of anybody. A playbook asks for such a table as for any other where it does not call the item optional.
 */
export function lackingWithout({isOptional, isGone, register}: Item): string | undefined {
  return isOptional && !isGone && register !== undefined ? registers[register].lacking : undefined;
}
