import type {Change} from '../../handoff/changes/catalogue.ts';
import type {Handoff} from '../../handoff/model/handoff.ts';
import type {HandoffRecord} from '../../handoff/model/handoff-record.ts';
import {heldValues} from '../../handoff/offers/held-values.ts';
import {isPurposeOpen} from '../../handoff/registers/purposes.ts';
import {asItHolds, missingFields} from '../../handoff/registers/records.ts';
import type {Field} from '../../handoff/registers/field.ts';
import {registers} from '../../handoff/registers/registers.ts';
import {withFollowing} from '../../handoff/runbooks/runbook-steps.ts';
import {dayIn} from '../../handoff/time/schedule.ts';
import {draftsOf} from '../asking/text-drafts.ts';
import {
  changedFields,
  formValues,
  isLacking,
  valueOf,
  type FormValues,
} from '../asking/form/form-values.ts';
import type {FormOptions} from '../asking/form/use-form.ts';
import {rowKey} from '../list/selected-line.ts';
import type {View} from '../view.ts';
import {fieldProblem, resolvedValues, type FormFacts} from './field-problems.ts';
import {offeredFields, unsaid} from './offered-fields.ts';
import type {RecordFormTarget} from './record-form-target.ts';

interface RecordFormOptions {
  /** What a row is called. */
  readonly one: string;
  readonly form: Pick<
    FormOptions,
    | 'fields'
    | 'initial'
    | 'start'
    | 'asks'
    | 'problemWith'
    | 'drafts'
    | 'canSetAside'
    | 'reasonLength'
    | 'offers'
  >;
  /** Saves the row, and puts the cursor on it; false where that was refused or left. */
  readonly save: (view: View, values: FormValues) => Promise<boolean>;
}

function savedWords(record: Pick<HandoffRecord, 'register' | 'fields'>, isNew: boolean): string {
  const missing = missingFields(record).map(({label}) => label.toLowerCase());
  const what = `${isNew ? 'Added' : 'Changed'} the ${registers[record.register].one}`;
  return missing.length > 0 ? `${what}. Still missing: ${missing.join(', ')}.` : `${what}.`;
}

/** The form of one row: its fields, what is wrong with them, and how it is saved. */
export function recordFormOptions(view: View, target: RecordFormTarget): RecordFormOptions {
  const {handoff, services} = view;
  const {register: name, item} = target;
  const register = registers[name];
  const {fields} = register;
  const record = target.record && asItHolds(target.record);
  const key = record ? rowKey(record.id) : (target.draft?.key ?? `record of ${name} for ${item}`);
  const today = dayIn(handoff.timeZone, view.now());
  const facts: FormFacts = {handoff, name, register, record, today};
  const initial = {
    fields: record ? {...unsaid(view, record), ...record.fields} : offeredFields(view, target),
  };
  const [missing] = record ? missingFields(record) : [];

  /** What a draft leaves to a person counts as missing, such as what a runbook that was found is for. */
  const isLeft = (field: Field, values: FormValues) =>
    isLacking(values, field) ||
    (record?.draft !== undefined && isPurposeOpen(record) && field.name === 'purpose');

  async function save(now: View, values: FormValues): Promise<boolean> {
    const {live} = now;
    // A row that somebody else has removed meanwhile comes back with what was typed.
    const stored = live.snapshot().handoff.records.find(({id}) => id === record?.id);
    const resolved = resolvedValues(values, facts);
    const changed = changedFields(fields, resolved, stored && record);
    if (stored && Object.keys(changed).length === 0) return true;
    const change: Change = stored
      ? {type: 'record/changed', record: stored.id, fields: changed}
      : {
          type: 'record/added',
          register: name,
          item,
          fields: changed,
          ...(target.draft ? {draft: target.draft} : {}),
        };
    const next = {
      register: name,
      fields: withFollowing(name, {...stored?.fields, ...changed}),
    };
    const isOurs = (one: HandoffRecord) => one.item === item && one.register === name;
    const selectSaved = (saved: Handoff) => {
      const id = stored?.id ?? saved.records.findLast(isOurs)?.id;
      return id === undefined ? undefined : rowKey(id);
    };
    const isDone = await now.dispatch([change], {
      ...(target.asks === 'missing' ? {} : {select: selectSaved}),
      said: savedWords(next, !stored),
      isPartly: missingFields(next).length > 0,
    });
    return isDone;
  }

  return {
    one: register.one,
    form: {
      fields,
      initial: formValues(fields, initial),
      start: missing?.name,
      ...(target.asks === 'missing' ? {asks: isLeft} : {}),
      canSetAside: true,
      offers: (field, values) =>
        heldValues(handoff, name, field, (other) => valueOf(values, other).text),
      reasonLength: handoff.playbook.gates?.reasonLength,
      problemWith: (field, values) => fieldProblem(field, values, facts),
      drafts: draftsOf(services, handoff.id, key),
    },
    save,
  };
}
