import type {RegisterName} from '../../playbook/model.ts';
import type {Handoff} from '../model/handoff.ts';
import type {HandoffRecord} from '../model/handoff-record.ts';
import type {Field} from './field.ts';
import {registers} from './registers.ts';

/** The rows of one register, in the order in which they were added. */
export function recordsOf(handoff: Handoff, register: RegisterName): HandoffRecord[] {
  return handoff.records.filter((record) => record.register === register);
}

/** The rows that answer one item. */
export function recordsFor(handoff: Handoff, item: string): HandoffRecord[] {
  return handoff.records.filter((record) => record.item === item);
}

/** A field's text; empty where nothing was said or it does not apply. */
export function fieldText({fields}: Pick<HandoffRecord, 'fields'>, name: string): string {
  const value = fields[name];
  return typeof value === 'string' ? value.trim() : '';
}

/** Why a field does not apply; nothing when it does. */
export function fieldReason(
  {fields}: Pick<HandoffRecord, 'fields'>,
  name: string,
): string | undefined {
  const value = fields[name];
  return typeof value === 'object' ? value.notApplicable : undefined;
}

/** Whether a field says something: text, or a reason why not. */
export function isFilled(record: Pick<HandoffRecord, 'fields'>, name: string): boolean {
  return fieldText(record, name) !== '' || fieldReason(record, name) !== undefined;
}

/** The required fields that say nothing yet. */
export function missingFields(record: HandoffRecord): readonly Field[] {
  return registers[record.register].fields.filter(
    ({name, isRequired, when}) =>
      isRequired &&
      !isFilled(record, name) &&
      (when === undefined || fieldText(record, when.field) === when.is),
  );
}

/** The name of a row: its first field. */
export function recordTitle(record: HandoffRecord): string {
  const [first] = registers[record.register].fields;
  return (
    (first && fieldText(record, first.name)) || `${registers[record.register].one} without a name`
  );
}
