import * as z from 'zod/mini';
import {registerNames, type RegisterName} from '../../../playbook/playbook.ts';
import type {FieldValues, HandoffRecord} from '../../model/handoff-record.ts';
import type {Handoff} from '../../model/handoff.ts';
import {itemState} from '../../model/item-state.ts';
import type {Field} from '../../registers/field.ts';
import {isFilled, isSameValue, recordTitle} from '../../registers/records.ts';
import {registers} from '../../registers/registers.ts';
import {isRealDay} from '../../time/real-day.ts';
import {settleItem, type Draft} from '../draft.ts';
import {entry} from '../entry.ts';
import {fact, item, oneOf, optional, row, text, typed} from '../change-fields.ts';
import {answeredDraftSchema} from '../../drafts/draft-schema.ts';
import {withFollowing} from '../../runbooks/runbook-steps.ts';
import {removalLoss} from '../../rules/losses/losses.ts';
import {additionLoss, rowLoss} from '../../rules/losses/row-losses.ts';
import {dayIn} from '../../time/schedule.ts';
import {answerDraft} from '../answer-draft.ts';
import {remember} from '../remember.ts';
import type {Stamp} from '../stamp.ts';

const fieldValues = () =>
  typed<FieldValues>(
    z.record(z.string(), z.union([z.string(), z.object({notApplicable: z.string()})])),
  );

/** What is wrong with the values of a row's fields; nothing when they are what the register asks. */
function fieldsMisfit(register: RegisterName, fields: FieldValues): string | undefined {
  for (const [name, value] of Object.entries(fields)) {
    const field = registers[register].fields.find((known) => known.name === name);
    if (!field) return `a row of "${register}" has no field "${name}"`;
    if (typeof value !== 'string' || value === '') continue;
    if (field.kind === 'date' && !isRealDay(value))
      return `"${value}" is no day for "${field.label}"; it is written as 2026-03-04`;
    if (field.choices && !field.choices.includes(value))
      return `"${value}" is none of ${field.choices.join(', ')} for "${field.label}"`;
  }
  return undefined;
}

/** The fields that hold no more once these values are in, with when. */
function lapsedBy(record: HandoffRecord, fields: FieldValues, at: string, today: string) {
  const all: readonly Field[] = registers[record.register].fields;
  const lapsed = all.flatMap(({name, restsOn}): [string, string][] => {
    // The same day said again along with what it rests on is no new one, unless it is today.
    const isSaidAnew =
      Object.hasOwn(fields, name) &&
      (restsOn === undefined ||
        !Object.hasOwn(fields, restsOn) ||
        !isSameValue(fields[name], record.fields[name]) ||
        fields[name] === today);
    if (restsOn === undefined || isSaidAnew) return [];
    const earlier = record.lapsed?.[name];
    if (earlier !== undefined) return [[name, earlier]];
    const value = fields[restsOn];
    const isChanged =
      value !== undefined && !isSameValue(value, record.fields[restsOn]) && isFilled(record, name);
    return isChanged ? [[name, at]] : [];
  });
  return lapsed.length > 0 ? {lapsed: Object.fromEntries(lapsed)} : {};
}

/** The first row of a table settles its item; taking the last one away opens it again. */
function settleByRows(draft: Draft, stamp: Stamp, id: string): void {
  const isAnswered =
    draft.records.some((record) => record.item === id) || itemState(draft, id).text?.trim();
  const status = isAnswered ? 'done' : 'open';
  if (itemState(draft, id).status !== status) settleItem(draft, stamp, id, {status});
}

function rowWords(handoff: Handoff, id: string): string {
  const record = handoff.records.find((other) => other.id === id);
  return record ? `"${recordTitle(record)}"` : 'a row';
}

export const recordChanges = {
  /** The row gets the id of the action. */
  'record/added': entry({
    since: 1,
    fields: {
      register: oneOf(registerNames),
      item: item(),
      fields: fieldValues(),
      /** What it is made of, as it was found; known since version 6. */
      draft: optional(fact(answeredDraftSchema)),
    },
    undo: 'free',
    words: ({register}) => `the ${registers[register].one}`,
    misfit: ({register, fields}) => fieldsMisfit(register, fields),
    reduce(draft, action) {
      const {id, register, at, actor} = action;
      const fields = withFollowing(register, action.fields);
      const stamp = {addedAt: at, addedBy: actor, changedAt: at, changedBy: actor};
      remember(draft, action, additionLoss(draft, action));
      const from = action.draft ? {draft: action.draft} : {};
      const added = {id, register, item: action.item, fields, ...from, ...stamp};
      draft.records = [...draft.records, added];
      settleByRows(draft, action, action.item);
    },
  }),
  /** The fields that are named get new values; the others stay. */
  'record/changed': entry({
    since: 1,
    // The reason is there where somebody has relied on what the change takes.
    fields: {
      record: row(),
      fields: fieldValues(),
      reason: optional(text()),
      /** What was found anew and is taken into it; known since version 6. */
      draft: optional(fact(answeredDraftSchema)),
    },
    undo: 'free',
    words: (change, handoff) => `a change to ${rowWords(handoff, change.record)}`,
    misfit({record, fields}, {records}) {
      const changed = records.find(({id}) => id === record);
      return changed && fieldsMisfit(changed.register, fields);
    },
    reduce(draft, action) {
      const {record: id, fields, at, actor} = action;
      remember(draft, action, rowLoss(draft, action, at));
      draft.records = draft.records.map((record) => {
        if (record.id !== id) return record;
        const {lapsed: _, ...rest} = record;
        const values = withFollowing(record.register, {...record.fields, ...fields});
        const stamp = {changedAt: at, changedBy: actor};
        const isMoved = values['state'] !== record.fields['state'];
        return {
          ...rest,
          fields: values,
          ...stamp,
          ...(action.draft ? {draft: action.draft} : {}),
          ...(isMoved ? {stateAt: at} : {}),
          ...lapsedBy(record, fields, at, dayIn(draft.timeZone, at)),
        };
      });
    },
  }),
  'record/removed': entry({
    since: 1,
    fields: {record: row(), reason: optional(text())},
    undo: 'free',
    words: (change, handoff) => `the removal of ${rowWords(handoff, change.record)}`,
    reduce(draft, action) {
      remember(draft, action, removalLoss(draft, action.record));
      const removed = draft.records.find(({id}) => id === action.record);
      draft.records = draft.records.filter((record) => record !== removed);
      if (!removed) return;
      settleByRows(draft, action, removed.item);
      // Whoever removes a row does not want it offered again.
      if (removed.draft) answerDraft(draft, action, removed.draft, 'left');
    },
  }),
};
