import {itemAt} from '../../handoff/items/item-at.ts';
import type {Requirement} from '../../handoff/gates/requirement.ts';
import type {RequirementKind} from '../../handoff/gates/requirement-id.ts';
import type {Handoff} from '../../handoff/model/handoff.ts';
import type {RecordFormTarget} from '../records/record-form-target.ts';

/** What is settled by a row alone. */
const byRow: ReadonlySet<string> = new Set<RequirementKind | 'attendees'>([
  'item',
  'register',
  'fields',
  'reason',
  'placeholder',
  'tested',
  'attendees',
]);

/** The form that settles what a gate lacks; nothing where a form alone does not. */
export function formFor(
  handoff: Handoff,
  {id, place: {line}}: Requirement,
): RecordFormTarget | undefined {
  if (!byRow.has(id.split(' ', 1)[0] ?? '')) return undefined;
  const asked = {asks: 'missing'} as const;
  if (line?.kind === 'row') {
    const record = handoff.records.find((row) => row.id === line.id);
    return record && {register: record.register, item: record.item, record, ...asked};
  }
  const item = line?.kind === 'item' ? itemAt(handoff, line.id)?.item : undefined;
  return item?.register && {register: item.register, item: item.id, ...asked};
}
