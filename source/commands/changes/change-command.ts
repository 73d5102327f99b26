import type {catalogue, ChangeType} from '../../handoff/changes/catalogue.ts';
import type {Field} from '../../handoff/changes/change-fields.ts';

/**
 * How typed words become a value, where the field's own kind in the catalogue does not say it. What
 * each does stands in `word-readings.ts`, which is loaded when a command is called.
 */
export type Reading =
  | 'block'
  | 'field values'
  | 'length'
  | 'open point'
  | 'past time'
  | 'requirement'
  | 'start';

/** What a command does beyond filling in the fields of its changes; `makers.ts` has them. */
export type Maker =
  | 'check-in add'
  | 'demonstration end'
  | 'demonstration start'
  | 'draft leave'
  | 'open-point close'
  | 'open-point reopen'
  | 'row add'
  | 'row set'
  | 'session note'
  | 'session block'
  | 'session correct'
  | 'session end'
  | 'session move'
  | 'session plan'
  | 'session start'
  | 'sign'
  | 'teach-back answer'
  | 'teach-back ask'
  | 'teach-back draft'
  | 'waive';

interface Words {
  /** What it is, in the help. */
  readonly says: string;
  readonly reads?: Reading;
  /** It may be left out, as the program knows what is usual then. */
  readonly hasUsual?: boolean;
  readonly choices?: readonly string[];
}

/** Typed without a name, in its turn. */
export interface ArgumentFace extends Words {
  readonly as: 'argument';
  /** As the help names it, such as `item`. */
  readonly name: string;
  /** It takes all words that are left. */
  readonly isMany?: boolean;
}

/** Typed behind its name. */
export interface OptionFace extends Words {
  readonly as: 'option';
  /** Without the dashes; the name of the field in lower case, where not given. */
  readonly name?: string;
  /** Nothing is recorded without it. */
  readonly isNeeded?: boolean;
  /** What stands for its value in the help, such as `name`; a flag has none. */
  readonly value?: string;
  /** It may be repeated. */
  readonly isMany?: boolean;
}

/** Nobody types it: it is always this, or the command's maker or the store fills it in. */
export interface ProgramFace<Value = unknown> {
  readonly as: 'program';
  readonly is?: Value;
}

export type Face<Value = unknown> = ArgumentFace | OptionFace | ProgramFace<Value>;

type FieldsOf<T extends ChangeType> = (typeof catalogue)[T]['fields'];
type ValueOf<F> = F extends Field<infer Value> ? Value : never;

/** A field of a few words says them, so that the help and the completion have them. */
type FaceOf<Value> = [Value] extends [string]
  ? string extends Value
    ? Face
    : ChoiceFace<Value> | ProgramFace<Value>
  : Face;

type ChoiceFace<Value> = (ArgumentFace | OptionFace) & {
  readonly choices: readonly Value[];
};

/** How each field of a change is typed. A field without a word here does not compile. */
export type Faces<T extends ChangeType> = {
  readonly [F in keyof FieldsOf<T>]: FaceOf<ValueOf<FieldsOf<T>[F]>>;
};

/** A command that makes changes of the catalogue, as data. */
export interface ChangeCommand {
  /** All its words, such as `session pause`. */
  readonly name: string;
  readonly says: string;
  /** How it is called, without the name of the program; the first is tried by a test. */
  readonly examples: readonly [string, ...string[]];
  /** The changes that it makes, with how their fields are typed. */
  readonly makes: Readonly<Partial<Record<ChangeType, Readonly<Record<string, Face>>>>>;
  /** What else can be said, that is no field of a change. */
  readonly more?: Readonly<Record<string, OptionFace | ArgumentFace>>;
  readonly maker?: Maker;
  /** Said behind what was recorded, such as the id by which a new row goes. */
  readonly namesIt?: boolean;
}

/** A command that makes just these changes. */
export interface Making<T extends ChangeType> extends ChangeCommand {
  readonly makes: {readonly [K in T]: Faces<K>};
}

/** Typed without a name. */
export function argument<const M extends Omit<ArgumentFace, 'as' | 'name' | 'says'>>(
  name: string,
  says: string,
  more?: M,
): ArgumentFace & M {
  return {as: 'argument', name, says, ...more} as ArgumentFace & M;
}

/** Typed behind its name. */
export function option<const M extends Omit<OptionFace, 'as' | 'says'>>(
  says: string,
  more?: M,
): OptionFace & M {
  return {as: 'option', says, ...more} as OptionFace & M;
}

/** Filled in by the program. */
export const byProgram: ProgramFace<never> = {as: 'program'};

/** Always the same. */
export function always<const Value>(is: Value): ProgramFace<Value> {
  return {as: 'program', is};
}

/** Why, where the rules want to know; the same at every command that has it. */
export const reasonOption = option('why, where something rests on what it changes', {
  value: 'text',
});
