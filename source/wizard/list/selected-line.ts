import type {Handoff} from '../../handoff/model/handoff.ts';
import type {HandoffRecord} from '../../handoff/model/handoff-record.ts';
import {lineKey, readLine} from '../../handoff/model/place.ts';
import type {Item} from '../../playbook/playbook.ts';

/** The key of an item's line; nothing for none. */
export function itemKey(item: Pick<Item, 'id'>): string;
export function itemKey(item: Pick<Item, 'id'> | undefined): string | undefined;
export function itemKey(item: Pick<Item, 'id'> | undefined): string | undefined {
  return item && lineKey({kind: 'item', id: item.id});
}

/** The key of a row's line, by the id of the row. */
export function rowKey(id: string): string {
  return lineKey({kind: 'row', id});
}

/** The one of some items that a selected line is. */
export function selectedItem(
  items: readonly Item[],
  selected: string | undefined,
): Item | undefined {
  const line = readLine(selected);
  return line?.kind === 'item' ? items.find(({id}) => id === line.id) : undefined;
}

/** The row that a selected line is. */
export function selectedRecord(
  {records}: Pick<Handoff, 'records'>,
  selected: string | undefined,
): HandoffRecord | undefined {
  const line = readLine(selected);
  return line?.kind === 'row' ? records.find(({id}) => id === line.id) : undefined;
}
