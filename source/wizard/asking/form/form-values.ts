import type {
  FieldValue,
  FieldValues,
  HandoffRecord,
} from '../../../handoff/model/handoff-record.ts';
import {isAsked, type Field} from '../../../handoff/registers/field.ts';

/** What stands in one field of the form: both texts, so that a switch to and fro loses neither. */
export interface FormValue {
  readonly text: string;
  readonly reason: string;
  readonly isNotApplicable: boolean;
}

/** The values by the names of the fields. */
export type FormValues = Readonly<Record<string, FormValue>>;

const empty: FormValue = {text: '', reason: '', isNotApplicable: false};

export function valueOf(values: FormValues, name: string): FormValue {
  return values[name] ?? empty;
}

/** The form of a stored row; empty for a new one. */
export function formValues(
  fields: readonly Field[],
  record: Pick<HandoffRecord, 'fields'> | undefined,
): FormValues {
  return Object.fromEntries(
    fields.map(({name}) => {
      const value = record?.fields[name];
      if (value === undefined) return [name, empty];
      if (typeof value === 'string') return [name, {...empty, text: value}];
      return [name, {...empty, reason: value.notApplicable, isNotApplicable: true}];
    }),
  );
}

/** The fields that say something else than the row does; for a new row, those that say something. */
export function changedFields(
  fields: readonly Field[],
  values: FormValues,
  record: Pick<HandoffRecord, 'fields'> | undefined,
): FieldValues {
  const changed: Record<string, FieldValue> = {};
  for (const {name} of fields) {
    const {text, reason, isNotApplicable} = valueOf(values, name);
    const value = isNotApplicable ? {notApplicable: reason.trim()} : text.trimEnd();
    const before = record?.fields[name] ?? '';
    const isSame =
      typeof value === 'string' || typeof before === 'string'
        ? value === before
        : value.notApplicable === before.notApplicable;
    if (!isSame) changed[name] = value;
  }
  return changed;
}

/** Whether a field matters after what was said in the others. */
export function isAskedIn(values: FormValues, field: Field): boolean {
  return isAsked(field, (name) => valueOf(values, name).text);
}

/** Which fields a form goes through. */
interface Asked {
  readonly fields: readonly Field[];
  readonly asks?: ((field: Field, values: FormValues) => boolean) | undefined;
  readonly isShown?: ((field: Field) => boolean) | undefined;
}

/** Whether a row is not complete as long as a field says nothing more. */
export function isLacking(values: FormValues, field: Field): boolean {
  const {text, reason, isNotApplicable} = valueOf(values, field.name);
  const isAnswered = (isNotApplicable ? reason : text).trim() !== '';
  return field.isRequired && isAskedIn(values, field) && !isAnswered;
}

/**
 * The field to which Enter goes on; nothing where it saves. What was found already, and what does not
 * matter after what was said, is left out: Tab gets there too.
 */
export function nextAsked(
  {fields, asks, isShown = () => true}: Asked,
  values: FormValues,
  at: number,
): number | undefined {
  const next = fields.findIndex((field, index) => {
    if (index <= at || !isShown(field)) return false;
    if (asks) return asks(field, values);
    if (field.isFound) return false;
    return isAskedIn(values, field) || valueOf(values, field.name).text !== '';
  });
  return next === -1 ? undefined : next;
}

/** Cannot be typed, so it separates the parts of a draft. */
const separator = '\n\u0000\n';
const partsPerField = 3;

/**
 * A form as text to keep while it is filled in. Secrets are taken out of the text as a whole, which
 * would break JSON.
 */
export function draftText(fields: readonly Field[], values: FormValues): string {
  return fields
    .flatMap(({name}) => {
      const {text, reason, isNotApplicable} = valueOf(values, name);
      return [text, reason, isNotApplicable ? 'not applicable' : ''];
    })
    .join(separator);
}

/** The form of a draft; nothing where it is of other fields. */
export function readDraftText(fields: readonly Field[], draft: string): FormValues | undefined {
  const parts = draft.split(separator);
  if (parts.length !== fields.length * partsPerField) return undefined;
  return Object.fromEntries(
    fields.map(({name}, index) => {
      const [text = '', reason = '', mark = ''] = parts.slice(index * partsPerField);
      return [name, {text, reason, isNotApplicable: mark !== ''}];
    }),
  );
}
