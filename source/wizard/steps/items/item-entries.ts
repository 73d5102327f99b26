import type {Handoff} from '../../../handoff/model/handoff.ts';
import type {Item} from '../../../playbook/playbook.ts';
import {legacyEntry, type Entry} from '../../list/entry-list.tsx';
import {itemRows} from './item-rows.ts';

interface ItemEntryOptions {
  readonly handoff: Handoff;
  readonly width: number;
  readonly now: string;
  readonly selected: string | undefined;
  readonly below?: (item: Item, depth: number) => readonly Entry[];
}

export function itemEntries(items: readonly Item[], options: ItemEntryOptions, depth = 0): Entry[] {
  return items.flatMap((item) => [
    ...itemRows(options, [{...item, children: []}], undefined, depth).map((row) =>
      legacyEntry(row, options),
    ),
    ...(options.below?.(item, depth) ?? []),
    ...itemEntries(item.children, options, depth + 1),
  ]);
}
