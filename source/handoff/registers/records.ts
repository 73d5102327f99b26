import type {RegisterName} from '../../playbook/playbook.ts';
import type {Handoff} from '../model/handoff.ts';
import type {FieldValue, HandoffRecord} from '../model/handoff-record.ts';
import {isAsked, type Field} from './field.ts';
import {registers} from './registers.ts';

/** The rows of one register, in the order in which they were added. */
export function recordsOf(
  {records}: Pick<Handoff, 'records'>,
  register: RegisterName,
): HandoffRecord[] {
  return records.filter((record) => record.register === register);
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

/** Whether two values of a field say the same. */
export function isSameValue(one: FieldValue | undefined, other: FieldValue | undefined): boolean {
  if (typeof one === 'object' && typeof other === 'object')
    return one.notApplicable === other.notApplicable;
  return (one ?? '') === (other ?? '');
}

/** What a field says, in words: also why it does not apply, or that it holds no more. */
export function fieldWords(
  record: Pick<HandoffRecord, 'register' | 'fields' | 'lapsed'>,
  name: string,
): string {
  const reason = fieldReason(record, name);
  const text = fieldText(record, name);
  if (reason !== undefined) return `not applicable: ${reason}`;
  if (record.lapsed?.[name] === undefined || text === '') return text;
  const fields: readonly Field[] = registers[record.register].fields;
  const rest = fields.find((field) => field.name === name)?.restsOn;
  const label = fields.find((field) => field.name === rest)?.label ?? rest;
  return `${text}, before "${label}" was changed`;
}

/** A row without the fields that hold no more, as somebody has to fill it in again. */
export function asItHolds<Row extends Pick<HandoffRecord, 'fields' | 'lapsed'>>(row: Row): Row {
  const {lapsed} = row;
  if (!lapsed) return row;
  const held = Object.entries(row.fields).filter(([name]) => !Object.hasOwn(lapsed, name));
  return {...row, fields: Object.fromEntries(held)};
}

/** The required fields that say nothing yet. */
export function missingFields(
  record: Pick<HandoffRecord, 'register' | 'fields'>,
): readonly Field[] {
  return registers[record.register].fields.filter(
    (field) =>
      field.isRequired &&
      !isFilled(record, field.name) &&
      isAsked(field, (name) => fieldText(record, name)),
  );
}

/** The name of a row: its first field. */
export function recordTitle(record: Pick<HandoffRecord, 'register' | 'fields'>): string {
  const [first] = registers[record.register].fields;
  return (
    (first && fieldText(record, first.name)) || `${registers[record.register].one} without a name`
  );
}
