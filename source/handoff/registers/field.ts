/**
 * How a field is typed and read. `text` is several lines of Markdown, `commands` several lines as
 * they are typed into a shell, `date` a day as `2026-03-04`, `choice` one of `choices`.
 */
export type FieldKind = 'line' | 'text' | 'commands' | 'date' | 'choice';

export interface Field {
  readonly name: string;
  readonly label: string;
  /** What belongs there, with an example. */
  readonly hint: string;
  readonly kind: FieldKind;
  readonly isRequired: boolean;
  readonly choices?: readonly string[];
  /** Never reaches a customer. */
  readonly isInternal?: boolean;
  /** A date that can only be of something done, or only of something to come. */
  readonly time?: 'done' | 'to-come';
}

/** A kind of table: what a row is called and what it says. The first field is the row's name. */
export interface Register {
  readonly title: string;
  /** One row, as in "Add a component". */
  readonly one: string;
  /** A table in the documents has these as columns; the others stand below the row's name. */
  readonly fields: readonly Field[];
}

type Extra = Partial<Pick<Field, 'kind' | 'choices' | 'isInternal' | 'time'>>;

/** A field that a row is not complete without. */
export function required(name: string, label: string, hint: string, extra: Extra = {}): Field {
  return {name, label, hint, kind: extra.choices ? 'choice' : 'line', isRequired: true, ...extra};
}

export function optional(name: string, label: string, hint: string, extra: Extra = {}): Field {
  return {...required(name, label, hint, extra), isRequired: false};
}
