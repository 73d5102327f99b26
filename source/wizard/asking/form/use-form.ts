import {useRef, useState, type RefObject} from 'react';
import type {Field} from '../../../handoff/registers/field.ts';
import type {TextEditorHandle} from '../../editor/text-editor.tsx';
import {problemMessage} from '../../frame/problem-message.ts';
import type {Message} from '../../frame/message.ts';
import type {HoldKeys} from '../../keys/hold-keys.ts';
import type {Token} from '../../theme/tokens.ts';
import type {Offer} from '../offers.tsx';
import {createDraftKeeper} from '../draft-keeper.ts';
import {textDiscarded, type Drafts} from '../text-drafts.ts';
import {
  draftText,
  nextAsked,
  readDraftText,
  valueOf,
  type FormValue,
  type FormValues,
} from './form-values.ts';

/** What is wrong with one field, in words with what is allowed. */
export interface FieldMistake {
  readonly field: string;
  readonly text: string;
}

/** What is said of what stands in a field. */
export interface Remark {
  readonly text: string;
  readonly token: Token;
}

/** A form as data. */
export interface FormOptions {
  readonly fields: readonly Field[];
  /** What stands in the fields to begin with. */
  readonly initial: FormValues;
  /** The field to begin with; the first one unless named. */
  readonly start?: string | undefined;
  /** What Enter goes on to; every field that matters, where not given. */
  readonly asks?: ((field: Field, values: FormValues) => boolean) | undefined;
  /** What is wrong with a field, in words with what is allowed; nothing when it is fine. */
  readonly problemWith: (field: Field, values: FormValues) => string | undefined;
  /** Without it, what was typed is gone when the form is left. */
  readonly drafts?: Drafts;
  /** What may stand in a field, such as the people who are known; what is typed is completed from it. */
  readonly offers?: (field: Field, values: FormValues) => readonly string[];
  /** What can be chosen for a field, a row each under it, besides what is typed. */
  readonly picks?: (field: Field) => readonly Offer[];
  /** What is to be said under a field in place of its hint; nothing for the hint. */
  readonly remark?: (field: Field, values: FormValues) => Remark | undefined;
  /** Whether a field is asked for; a hidden one keeps what it says. */
  readonly isShown?: (field: Field) => boolean;
  /** Whether a field can be said not to apply. */
  readonly canSetAside: boolean;
  /** Characters that a reason why a field does not apply needs at least. */
  readonly reasonLength?: number | undefined;
  /**
   * Does what the form is for, and closes it: true once that is done. A mistake that only shows then is
   * said at its field; of everything else that was not done, why has been said by then.
   */
  readonly save: (values: FormValues) => Promise<boolean | FieldMistake>;
  /** Leaves without saving. */
  readonly onLeave: () => void;
  readonly holdKeysDuring: HoldKeys;
  readonly say: (message: Message | undefined) => void;
}

export interface Form extends Pick<
  FormOptions,
  | 'fields'
  | 'problemWith'
  | 'canSetAside'
  | 'reasonLength'
  | 'offers'
  | 'picks'
  | 'remark'
  | 'isShown'
  | 'asks'
> {
  readonly values: FormValues;
  /** Index of the field that is being filled in. */
  readonly at: number;
  /** Whether a draft of an earlier time was put back. */
  readonly isRestored: boolean;
  /** Whether what is typed is not saved, and all of it is kept as a draft. */
  readonly isKept: boolean;
  /** Whether the mistake at the current field is to be said: while typing it would come too soon. */
  readonly isTold: boolean;
  readonly change: (name: string, part: Partial<FormValue>) => Promise<void>;
  readonly move: (by: number) => void;
  /** On from a text, in which Enter begins a line: to the next field that is asked for, else to the one below. */
  readonly goPast: () => void;
  /** Enter: on to the next field, or saving at the last. */
  readonly goOn: () => void;
  /** Takes the next of what can be chosen for the current field, or the one before. */
  readonly pick: (by: number) => void;
  /** How often something was chosen rather than typed: an input begins anew with it. */
  readonly picked: number;
  readonly toggleNotApplicable: () => void;
  readonly save: () => void;
  readonly leave: () => void;
  readonly discard: () => void;
  readonly tell: (error: unknown) => void;
}

/**
 * What a form holds and does. Everything typed is kept as a draft until it is saved. `editor` is given
 * to the editor of the current field, where it has one.
 */
export function useForm(options: FormOptions, editor: RefObject<TextEditorHandle | null>): Form {
  const {fields, initial, drafts, say, onLeave} = options;
  const [mistake, setMistake] = useState<FieldMistake>();
  const [restored] = useState(() => {
    const draft = drafts?.read();
    return draft === undefined ? undefined : readDraftText(fields, draft);
  });
  const [values, setValues] = useState(restored ?? initial);
  const current = useRef(values);
  const [before] = useState(() => draftText(fields, initial));
  const [keeper] = useState(() => createDraftKeeper(drafts?.keep ?? (() => Promise.resolve())));
  const [kept, setKept] = useState(restored ? draftText(fields, restored) : '');
  const [at, setAt] = useState(() =>
    Math.max(
      0,
      fields.findIndex(({name}) => name === options.start),
    ),
  );
  const [isTold, setTold] = useState(false);
  const [picked, setPicked] = useState(0);
  const isShown = (one: Field | undefined) => !one || (options.isShown?.(one) ?? true);
  const field = fields[at];
  const tell = (error: unknown) => say(problemMessage(error));

  const problemWith: FormOptions['problemWith'] = (one, all) =>
    mistake?.field === one.name ? mistake.text : options.problemWith(one, all);

  function change(name: string, part: Partial<FormValue>): Promise<void> {
    const next = {...current.current, [name]: {...valueOf(current.current, name), ...part}};
    current.current = next;
    setValues(next);
    setTold(false);
    if (mistake?.field === name) setMistake(undefined);
    const text = draftText(fields, next);
    return keeper.keep(text).then(() => setKept(text));
  }

  /** Runs once all that was typed into an editor is in the values; keys wait for that. */
  function settled(run: () => unknown): void {
    const typed = editor.current?.settle() ?? Promise.resolve();
    options.holdKeysDuring(typed);
    typed.then(run).catch(tell);
  }

  function goTo(index: number): void {
    setAt(index);
    setTold(false);
  }

  /** The field so many further that is shown; round the ends. */
  function beside(by: number): number {
    let to = at;
    do to = (to + by + fields.length) % fields.length;
    while (!isShown(fields[to]) && to !== at);
    return to;
  }

  async function pick(by: number): Promise<void> {
    if (!field) return;
    const choices = (options.picks?.(field) ?? []).map(({value}) => value);
    const now = choices.indexOf(valueOf(current.current, field.name).text);
    const next = now === -1 && by < 0 ? choices.length - 1 : now + by;
    const text = choices.at(next % choices.length);
    if (text === undefined) return;
    setPicked(picked + 1);
    await change(field.name, {text});
  }

  /** Goes to a field that is wrong, and says what is. */
  function point(name: string): void {
    setAt(fields.findIndex((one) => one.name === name));
    setTold(true);
  }

  async function save(): Promise<void> {
    const wrong = fields.find((one) => problemWith(one, current.current) !== undefined);
    if (wrong) return point(wrong.name);
    const asked = current.current;
    const saved = await options.save(asked);
    if (typeof saved !== 'boolean') {
      // What was typed meanwhile is another answer, and not the mistaken one.
      const {text} = valueOf(current.current, saved.field);
      if (text === valueOf(asked, saved.field).text) setMistake(saved);
      return point(saved.field);
    }
    if (!saved) return undefined;
    const dropped = keeper.settle().then(() => drafts?.drop());
    options.holdKeysDuring(dropped);
    return dropped;
  }

  async function close(isKeeping: boolean): Promise<void> {
    const text = draftText(fields, current.current);
    const isChanged = text !== before;
    const done = keeper
      .settle()
      .then(() => (!isChanged || !isKeeping ? drafts?.drop() : undefined));
    options.holdKeysDuring(done);
    await done;
    onLeave();
    if (isChanged && drafts)
      say(
        isKeeping
          ? {text: 'What you typed is kept as a draft; opening it again goes on.', token: 'accent'}
          : textDiscarded(drafts, text),
      );
  }

  return {
    fields,
    problemWith,
    asks: options.asks,
    canSetAside: options.canSetAside,
    reasonLength: options.reasonLength,
    ...(options.offers ? {offers: options.offers} : {}),
    ...(options.picks ? {picks: options.picks} : {}),
    ...(options.remark ? {remark: options.remark} : {}),
    ...(options.isShown ? {isShown: options.isShown} : {}),
    values,
    at,
    isRestored: restored !== undefined,
    isKept: kept !== '' && kept === draftText(fields, values),
    isTold,
    change,
    goPast: () =>
      settled(() => {
        const next = options.asks ? nextAsked(options, current.current, at) : undefined;
        goTo(next ?? beside(1));
      }),
    move: (by) => settled(() => goTo(beside(by))),
    pick: (by) => settled(() => pick(by)),
    picked,
    goOn: () =>
      settled(() => {
        if (field && problemWith(field, current.current) !== undefined) return setTold(true);
        const next = nextAsked(options, current.current, at);
        return next === undefined ? save() : goTo(next);
      }),
    toggleNotApplicable: () =>
      settled(() => {
        if (!field) return undefined;
        const {isNotApplicable} = valueOf(current.current, field.name);
        return change(field.name, {isNotApplicable: !isNotApplicable});
      }),
    save: () => settled(save),
    leave: () => settled(() => close(true)),
    discard: () => settled(() => close(false)),
    tell,
  };
}
