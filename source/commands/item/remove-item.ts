import {readContext, tellNameNotice} from '../../services/context.ts';
import {oneLine} from '../../services/one-line.ts';
import {appendTo} from '../../store/append-changes.ts';
import {chooseReader} from '../choose-handoff.ts';
import {print} from '../print.ts';
import {findTargetItem} from './find-target-item.ts';

export interface RemoveItemOptions {
  readonly reason?: string;
  readonly handoff?: string;
}

/** Removes an item that was added in the handoff. */
export async function removeItem(
  query: string,
  {reason, handoff: named}: RemoveItemOptions,
): Promise<number> {
  const context = await readContext();
  const {home, actor} = context;
  const reader = await chooseReader(home, {handoff: named}, 'acts');
  const {handoff} = reader.snapshot();
  const {item, step} = findTargetItem(handoff, query);
  const {notice} = await appendTo(reader, {
    home,
    id: handoff.id,
    actor,
    decide: () => [
      {
        type: 'item/removed',
        item: item.id,
        ...(reason === undefined ? {} : {reason: oneLine(reason)}),
      },
    ],
  });
  print(`${handoff.id}: removed from ${step.title} – ${item.text}`);
  if (notice) print(notice);
  tellNameNotice(context);
  return 0;
}
