import type {Action} from '../model/actions.ts';
import type {HandoffRecord} from '../model/handoff-record.ts';

/** What an action does to the rows of the registers; other actions leave them as they are. */
export function reduceRecords(
  records: readonly HandoffRecord[],
  action: Action,
): readonly HandoffRecord[] {
  const {at, actor} = action;
  switch (action.type) {
    case 'record/added': {
      const {id, register, item, fields} = action;
      const stamp = {addedAt: at, addedBy: actor, changedAt: at, changedBy: actor};
      return [...records, {id, register, item, fields, ...stamp}];
    }
    case 'record/changed':
      return records.map((record) =>
        record.id === action.record
          ? {
              ...record,
              fields: {...record.fields, ...action.fields},
              changedAt: at,
              changedBy: actor,
            }
          : record,
      );
    case 'record/removed':
      return records.filter(({id}) => id !== action.record);
    default:
      return records;
  }
}
