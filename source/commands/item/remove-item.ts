import {readContext, tellNameNotice} from '../../services/context.ts';
import {oneLine} from '../../services/one-line.ts';
import {chooseReader} from '../choose-handoff.ts';
import {recordChanges, tellRecorded} from '../changes/run-change-command.ts';
import {findTargetItem} from './find-target-item.ts';

export interface RemoveItemOptions {
  readonly reason?: string;
  readonly handoff?: string;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

/** Removes an item that was added in the handoff. */
export async function removeItem(
  query: string,
  {reason, handoff: named, dryRun: isDry = false, json: isJson = false}: RemoveItemOptions,
): Promise<number> {
  const context = await readContext();
  const {home} = context;
  const reader = await chooseReader(home, {handoff: named}, 'acts');
  const {handoff} = reader.snapshot();
  const {item, step} = findTargetItem(handoff, query);
  const recorded = await recordChanges(reader, {
    context,
    isDry,
    decide: () => [
      {
        type: 'item/removed',
        item: item.id,
        ...(reason === undefined ? {} : {reason: oneLine(reason)}),
      },
    ],
  });
  tellRecorded(recorded, {isDry, isJson, line: `removed from ${step.title} – ${item.text}`});
  if (!isDry) tellNameNotice(context);
  return 0;
}
