import type {Lean} from '../time/dates.ts';
import type {PartName} from '../../playbook/playbook.ts';

/**
 * How a field is typed and read. `text` is several lines of Markdown, `commands` several lines as
 * they are typed into a shell, `steps` a numbered list of them, `date` a day as `2026-03-04`, `choice` one
 * of `choices`.
 */
export type FieldKind = 'line' | 'text' | 'commands' | 'steps' | 'date' | 'choice';

/** What a field may name: any runbook, one that restores what was backed up, or a check. */
export type Names = 'runbook' | 'restoring runbook' | 'check';

/** What a field says, where others say the same of other things; what one of them says is offered in the next. */
export type Holds =
  | 'channel'
  | 'hours'
  | 'person'
  | 'place'
  | 'response'
  | 'role'
  | 'source'
  | 'vault';

/** How a day on which something ends or moves is told in the calendar and in the documents. */
export interface Expires {
  /** In a word what ends; no other field has the same, for the entry is known by it. */
  readonly kind: string;
  /** What happens on that day, without a full stop. `{to}` stands for the field `to`, or the row's name. */
  readonly text: string;
  /** The field that names who sees to it. */
  readonly owner?: string;
  /** What makes the day meaningless. */
  readonly unless?: {readonly field: string; readonly is: string};
}

export interface Field {
  readonly name: string;
  readonly label: string;
  /** What belongs there, with an example. */
  readonly hint: string;
  readonly kind: FieldKind;
  readonly isRequired: boolean;
  /** Required only where another field says this, such as a way back where something changes. */
  readonly when?: {readonly field: string; readonly is: string};
  /** Not asked where one of these fields says something, which then says this as well. */
  readonly unless?: readonly string[];
  readonly choices?: readonly string[];
  /** Never reaches a customer. */
  readonly isInternal?: boolean;
  /** What a command prints; documents show it as such. */
  readonly isOutput?: boolean;
  /** What a reader misses most, where it says nothing: said to the one who is woken at night. */
  readonly lacking?: string;
  /** One e-mail address, that a mail or a calendar goes to. */
  readonly isAddress?: boolean;
  /** Holds the name of a runbook or a check; those there are are offered, and lint finds the misspelt. */
  readonly names?: Names;
  readonly holds?: Holds;
  /** Found or usual, so that it stands at the end and Enter saves before it. */
  readonly isFound?: boolean;
  /** Tends to be the same in each row, so that a new row has it from the last one. */
  readonly repeats?: boolean;
  /** The field that it says something about: when that one changes alone, it holds no more. */
  readonly restsOn?: string;
  /** A date that can only be of something done, or only of something to come. */
  readonly time?: 'done' | 'to-come';
  /** A date that people must not miss; without it a date is only told with its row. */
  readonly expires?: Expires;
}

/** A kind of table: what a row is called and what it says. The first field is the row's name. */
export interface Register {
  readonly title: string;
  /** One row, as in "Add a component". */
  readonly one: string;
  /** The part of the handoff document that its rows belong to, unless their item says another. */
  readonly part: PartName;
  /** What it holds is agreed with the receiver or about them, so no row can be kept from them. */
  readonly isShared?: boolean;
  /** What a reader misses without a row, as a clause. An optional item with such a table is only offered. */
  readonly lacking?: string;
  /** A table in the documents has these as columns; the others stand below the row's name. */
  readonly fields: readonly Field[];
}

/** Which way a day is meant that a person types into a field: what was done lies behind. */
export function leanOf({time}: Pick<Field, 'time'>): Lean {
  return time === 'done' ? 'back' : 'ahead';
}

/** Whether a field matters after what the others of its row say; `textOf` gives what one says. */
export function isAsked(
  {when, unless = []}: Pick<Field, 'when' | 'unless'>,
  textOf: (field: string) => string,
): boolean {
  return (
    unless.every((name) => textOf(name).trim() === '') &&
    (when === undefined || textOf(when.field).trim() === when.is)
  );
}

type Extra = Partial<Omit<Field, 'name' | 'label' | 'hint' | 'isRequired'>>;

/** A field that a row is not complete without. */
export function required(name: string, label: string, hint: string, extra: Extra = {}): Field {
  return {name, label, hint, kind: extra.choices ? 'choice' : 'line', isRequired: true, ...extra};
}

export function optional(name: string, label: string, hint: string, extra: Extra = {}): Field {
  return {...required(name, label, hint, extra), isRequired: false};
}
