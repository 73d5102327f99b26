import {useRef, useState, type RefObject} from 'react';
import type {Change} from '../../handoff/changes/catalogue.ts';
import {asItHolds, missingFields} from '../../handoff/registers/records.ts';
import type {FieldValues, HandoffRecord} from '../../handoff/model/handoff-record.ts';
import type {Field} from '../../handoff/registers/field.ts';
import {registers} from '../../handoff/registers/registers.ts';
import {dayIn} from '../../handoff/time/schedule.ts';
import type {RegisterName} from '../../playbook/playbook.ts';
import {RefusedError} from '../../store/refused-error.ts';
import {asksForReason} from '../asking/refusal-words.ts';
import {rowKey} from '../list/selected-line.ts';
import type {TextEditorHandle} from '../editor/text-editor.tsx';
import {problemMessage} from '../frame/problem-message.ts';
import type {View} from '../view.ts';
import {createDraftKeeper} from './draft-keeper.ts';
import {fieldProblem, resolvedValues, type FormFacts} from './field-problems.ts';
import {
  changedFields,
  draftText,
  formValues,
  nextAsked,
  readDraftText,
  valueOf,
  type FormValue,
  type FormValues,
} from './form-values.ts';

export interface RecordFormOptions {
  readonly view: View;
  readonly register: RegisterName;
  /** Id of the item that a new row answers. */
  readonly item: string;
  /** The row to change; without it, a new one. */
  readonly record?: HandoffRecord | undefined;
  /** What a new row says already, such as the day of today. */
  readonly initial?: FieldValues;
  /** Called with the id of the row once it is saved, or without when the form was left. */
  readonly onClose: (saved?: string) => void;
}

export interface RecordFormState {
  readonly fields: readonly Field[];
  readonly values: FormValues;
  readonly at: number;
  readonly facts: FormFacts;
  /** Whether a draft of an earlier time was put back. */
  readonly isRestored: boolean;
  /** Whether what is typed differs from the row, and all of it is kept. */
  readonly isKept: boolean;
  /** Whether the mistake at the current field is to be said: while typing it would come too soon. */
  readonly isTold: boolean;
  readonly change: (name: string, part: Partial<FormValue>) => Promise<void>;
  readonly move: (by: number) => void;
  /** Enter: on to the next field, or saving at the last. */
  readonly goOn: () => void;
  readonly toggleNotApplicable: () => void;
  readonly save: () => void;
  readonly leave: () => void;
  readonly discard: () => void;
}

function draftKey({register, item, record}: RecordFormOptions): string {
  return record ? rowKey(record.id) : `record of ${register} for ${item}`;
}

function savedWords(record: HandoffRecord, isNew: boolean): string {
  const missing = missingFields(record).map(({label}) => label.toLowerCase());
  const what = `${isNew ? 'Added' : 'Changed'} the ${registers[record.register].one}`;
  return missing.length > 0 ? `${what}. Still missing: ${missing.join(', ')}.` : `${what}.`;
}

/**
 * What a form for one row holds and does. Everything typed is kept as a draft until it is saved.
 * `editor` is the editor of the current field, where it has one.
 */
export function useRecordForm(
  options: RecordFormOptions,
  editor: RefObject<TextEditorHandle | null>,
): RecordFormState {
  const {view, register: name, item, initial, onClose} = options;
  // What was changed is told by the row as it was opened: others may change it meanwhile.
  const [record] = useState(options.record && asItHolds(options.record));
  const {handoff, services} = view;
  const register = registers[name];
  const {fields} = register;
  const key = draftKey(options);
  const [restored] = useState(() => {
    const draft = services.readDraft(handoff.id, key);
    return draft === undefined ? undefined : readDraftText(fields, draft);
  });
  const [values, setValues] = useState(
    () => restored ?? formValues(fields, record ?? (initial && {fields: initial})),
  );
  const current = useRef(values);
  const [keeper] = useState(() =>
    createDraftKeeper((text) => services.keepDraft(handoff.id, key, text)),
  );
  const [kept, setKept] = useState(restored ? draftText(fields, restored) : '');
  const [at, setAt] = useState(0);
  const [isTold, setTold] = useState(false);
  const today = dayIn(handoff.timeZone, view.now());
  const facts: FormFacts = {handoff, name, register, record, today};
  const field = fields[at];
  const tell = (error: unknown) => view.say(problemMessage(error));

  function change(fieldName: string, part: Partial<FormValue>): Promise<void> {
    const next = {
      ...current.current,
      [fieldName]: {...valueOf(current.current, fieldName), ...part},
    };
    current.current = next;
    setValues(next);
    setTold(false);
    const text = draftText(fields, next);
    return keeper.keep(text).then(() => setKept(text));
  }

  /** Runs once all that was typed into an editor is in the values; keys wait for that. */
  function settled(run: () => void | Promise<void>): void {
    const typing = editor.current?.settle();
    const work = typing ? typing.then(run) : Promise.resolve(run());
    view.holdKeysDuring(work);
    work.catch(tell);
  }

  function goTo(index: number): void {
    setAt(index);
    setTold(false);
  }

  const problemOf = (one: Field) => fieldProblem(one, current.current, facts);

  async function write(reason?: string): Promise<void> {
    const wrong = fields.findIndex((one) => problemOf(one) !== undefined);
    if (wrong !== -1) {
      setAt(wrong);
      setTold(true);
      return;
    }
    const {records} = view.live.snapshot().handoff;
    // A row that somebody else has removed meanwhile comes back with what was typed.
    const stored = records.find(({id}) => id === record?.id);
    const resolved = resolvedValues(current.current, facts);
    const changed = changedFields(fields, resolved, stored && record);
    const action: Change = stored
      ? {
          type: 'record/changed',
          record: stored.id,
          fields: changed,
          ...(reason === undefined ? {} : {reason}),
        }
      : {type: 'record/added', register: name, item, fields: changed};
    const hasChange = Object.keys(changed).length > 0;
    let notice: string | undefined;
    try {
      if (hasChange) notice = await view.live.dispatch([action]);
    } catch (error) {
      if (!(error instanceof RefusedError) || !asksForReason(error.refusal)) throw error;
      // What was typed is kept as a draft while the form makes room for the question.
      view.askReason(error.refusal, (why) => settled(() => write(why)));
      return;
    }
    await keeper.settle();
    await services.dropDraft(handoff.id, key);
    const now = view.live.snapshot().handoff.records;
    const saved = stored
      ? now.find(({id}) => id === stored.id)
      : now.findLast((one) => one.item === item && one.register === name);
    onClose(saved?.id);
    if (notice) view.say({text: notice, token: 'warning'});
    else if (saved && hasChange) {
      const isComplete = missingFields(saved).length === 0;
      view.say({text: savedWords(saved, !stored), token: isComplete ? 'success' : 'warning'});
    }
  }

  async function close(isKeeping: boolean): Promise<void> {
    const before = record ?? (initial && {fields: initial});
    const isChanged = Object.keys(changedFields(fields, current.current, before)).length > 0;
    await keeper.settle();
    if (!isChanged || !isKeeping) await services.dropDraft(handoff.id, key);
    onClose();
    if (isChanged)
      view.say(
        isKeeping
          ? {text: 'What you typed is kept as a draft; opening it again goes on.', token: 'accent'}
          : {text: 'What was typed is gone.', token: 'muted'},
      );
  }

  return {
    fields,
    values,
    at,
    facts,
    isRestored: restored !== undefined,
    isKept: kept !== '' && kept === draftText(fields, values),
    isTold,
    change: (fieldName, part) => change(fieldName, part),
    move: (by) => settled(() => goTo((at + by + fields.length) % fields.length)),
    goOn: () =>
      settled(() => {
        if (field && problemOf(field) !== undefined) return setTold(true);
        const next = nextAsked(fields, current.current, at);
        return next === undefined ? write() : goTo(next);
      }),
    toggleNotApplicable: () =>
      settled(() => {
        if (!field) return;
        const {isNotApplicable} = valueOf(current.current, field.name);
        return change(field.name, {isNotApplicable: !isNotApplicable});
      }),
    save: () => settled(() => write()),
    leave: () => settled(() => close(true)),
    discard: () => settled(() => close(false)),
  };
}
