import type {Entry} from '../list/entry-list.tsx';
import type {KeyLayer} from './layer.ts';

/** The keys that move through a list, and the entry they stand on. */
export function selectionKeys(
  ids: readonly string[],
  selected: string | undefined,
  select: (id: string) => void,
): KeyLayer {
  const at = Math.max(0, ids.indexOf(selected ?? ''));
  const to = (index: number) => () => {
    const id = ids[Math.max(0, Math.min(ids.length - 1, index))];
    if (id !== undefined && id !== selected) select(id);
  };
  return [
    {action: 'up', run: to(at - 1)},
    {action: 'down', run: to(at + 1)},
    {action: 'pageUp', run: to(at - 10)},
    {action: 'pageDown', run: to(at + 10)},
    {action: 'first', run: to(0)},
    {action: 'last', run: to(ids.length - 1)},
  ];
}

/** Ids of the entries that can be selected, in order. */
export function selectableIds(entries: readonly Entry[]): string[] {
  return entries.filter(({isSelectable}) => isSelectable).map(({id}) => id);
}
