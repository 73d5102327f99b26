import type {FieldValues, HandoffRecord} from '../../handoff/model/handoff-record.ts';
import {offeredPurpose} from '../../handoff/registers/purposes.ts';
import {isFilled} from '../../handoff/registers/records.ts';
import {registers} from '../../handoff/registers/registers.ts';
import type {View} from '../view.ts';
import type {RecordFormTarget} from './record-form-target.ts';

/** What the last row of the same table says in the fields that tend to be the same in each. */
function repeated({handoff}: View, {register}: RecordFormTarget): FieldValues {
  const last = handoff.records.findLast((one) => one.register === register);
  const names = registers[register].fields.filter(({repeats}) => repeats).map(({name}) => name);
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = last?.fields[name];
      return typeof value === 'string' && value !== '' ? [[name, value]] : [];
    }),
  );
}

/** What a row that was found, and so not typed by anybody, is made to say by whoever fills it in. */
export function unsaid({services}: View, row: HandoffRecord): FieldValues {
  const isSaid = row.register !== 'runbooks' || isFilled(row, 'author');
  return isSaid ? {} : {author: services.actor};
}

/** What a new row says already. */
export function offeredFields(view: View, target: RecordFormTarget): FieldValues {
  const {register, item, initial} = target;
  const own: FieldValues =
    register === 'runbooks'
      ? {author: view.services.actor, purpose: offeredPurpose(view.handoff, item)}
      : {};
  return {...own, ...repeated(view, target), ...initial};
}
