import type {HandoffRecord} from '../../handoff/model/handoff-record.ts';
import {recordsFor, recordTitle} from '../../handoff/registers/records.ts';
import {registers} from '../../handoff/registers/registers.ts';
import type {Item} from '../../playbook/playbook.ts';
import {confirm} from '../asking/confirm.ts';
import type {KeyLayer} from '../keys/layer.ts';
import {itemKey, rowKey} from '../list/selected-line.ts';
import type {View} from '../view.ts';
import type {RecordFormTarget} from './record-form-target.ts';
import {RecordForm} from './record-form.tsx';
import {article} from './noun.ts';
import {audienceKey} from '../steps/items/audience-key.ts';
import {recordBindings} from './record-bindings.ts';

/** Opens the form of a row over the step; once it is saved, the cursor stands on the row. */
export function openRecordForm(view: View, target: RecordFormTarget): void {
  view.open((now, close) => <RecordForm view={now} target={target} onClose={close} />);
}

/** Where the cursor goes once a row is gone: to the row below it, else above it, else to its item. */
function neighbourKey({handoff}: View, {id, item}: HandoffRecord): string {
  const rows = recordsFor(handoff, item);
  const at = rows.findIndex((other) => other.id === id);
  const next = rows[at + 1] ?? rows[at - 1];
  return next ? rowKey(next.id) : itemKey({id: item});
}

async function remove(view: View, record: HandoffRecord): Promise<void> {
  const isMeant = await confirm(view.ask, {
    label: `Remove "${recordTitle(record)}"`,
    hint: 'u brings it back.',
  });
  if (!isMeant) return;
  await view.dispatch([{type: 'record/removed', record: record.id}], {
    select: neighbourKey(view, record),
    said: `Removed: ${recordTitle(record)}. u brings it back.`,
  });
}

/** The key that adds a row to the table of an item, the same on every screen. */
export function addRecordKeys(view: View, {id, register}: Item): KeyLayer {
  if (!register) return [];
  return [
    {
      binding: recordBindings.addRecord,
      run: () => openRecordForm(view, {register, item: id}),
      isPrimary: true,
      label: `add ${article(registers[register].one)}`,
    },
  ];
}

/** The keys of a row, the same on every screen: edit, add another one, remove. */
export function recordKeys(view: View, record: HandoffRecord, item: Item | undefined): KeyLayer {
  const {register} = record;
  return [
    {
      binding: recordBindings.editRecord,
      run: () => openRecordForm(view, {register, item: record.item, record}),
      isPrimary: true,
    },
    ...(item ? addRecordKeys(view, {...item, register}) : []),
    {binding: recordBindings.removeRecord, run: () => void remove(view, record), isPrimary: true},
    ...audienceKey(view, {kind: 'row', id: record.id}),
  ];
}
