import type {ZodMiniType} from 'zod/mini';
import {isWeekend, type Weekday} from '../time/business-calendar.ts';
import {isRealDay} from '../time/real-day.ts';
import {isTimeZone} from '../time/zoned-time.ts';

/** What the value of a field names, which has to be there when the change happens. */
export type Reference = 'item' | 'giver' | 'step' | 'row' | 'note' | 'demonstration' | 'action';

/** What the value of a field is, for whoever reads it from words that a person typed. */
export type Holds = 'text' | 'day' | 'instant' | 'number' | 'flag' | 'list' | 'shape';

/** One field of a change: what it may hold, who wrote it, and what it points at. */
export interface Field<Value = unknown, IsOptional extends boolean = boolean> {
  /** Where in a value something is wrong, empty for the value itself; nothing when it is right. */
  readonly wrongAt: (value: unknown) => string | undefined;
  /** A person typed it, so each text in it is redacted on the way into the store. */
  readonly isTyped: boolean;
  readonly isOptional: IsOptional;
  readonly holds: Holds;
  readonly refersTo?: Reference;
  /** The only words that it may hold. */
  readonly choices?: readonly string[];
  /** Only for its type. */
  readonly value?: Value;
}

export type Fields = Readonly<Record<string, Field>>;

type ValueOf<F> = F extends Field<infer Value> ? Value : never;
type OptionalNames<F extends Fields> = {
  [K in keyof F]: F[K] extends Field<unknown, true> ? K : never;
}[keyof F];

/** The values that a set of fields holds. */
export type Values<F extends Fields> = {
  readonly [K in Exclude<keyof F, OptionalNames<F>>]: ValueOf<F[K]>;
} & {
  readonly [K in OptionalNames<F>]?: ValueOf<F[K]>;
};

type Test = (value: unknown) => boolean;

// A journal has thousands of texts and a few deep values, so a schema looks at these alone: it takes
// ten times as long for a text when a program has just started.
function plain<Value>(test: Test, isTyped: boolean, holds: Holds = 'text'): Field<Value, false> {
  return {wrongAt: (value) => (test(value) ? undefined : ''), isTyped, isOptional: false, holds};
}

function deep<Value>(schema: ZodMiniType<Value>, isTyped: boolean): Field<Value, false> {
  return {
    wrongAt(value) {
      const {error} = schema.safeParse(value);
      return error && (error.issues[0]?.path ?? []).join('.');
    },
    isTyped,
    isOptional: false,
    holds: 'shape',
  };
}

const isText: Test = (value) => typeof value === 'string';
const isFilled: Test = (value) => typeof value === 'string' && value !== '';
const isDay: Test = (value) => typeof value === 'string' && isRealDay(value);
const instantPattern = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})$/;

/** ISO 8601 with a zone, such as `2026-03-04T09:00:00.000Z`. */
export function isInstant(value: unknown): boolean {
  return (
    typeof value === 'string' &&
    instantPattern.test(value) &&
    // A day that no calendar has would be read as a later one.
    isRealDay(value.slice(0, 10)) &&
    !Number.isNaN(Date.parse(value))
  );
}

const isList =
  (test: Test): Test =>
  (value) =>
    Array.isArray(value) && value.every(test);

function reference(refersTo: Reference): Field<string, false> {
  return {...plain<string>(isFilled, false), refersTo};
}

export function optional<Value>(field: Field<Value, false>): Field<Value, true> {
  return {...field, isOptional: true};
}

/** What a person typed, such as a note. */
export const text = () => plain<string>(isText, true);
/** Text that says something: a reason, the name of a person. */
export const words = () =>
  plain<string>((value) => typeof value === 'string' && value.trim() !== '', true);
/** Several texts that a person typed. */
export const texts = () => plain<readonly string[]>(isList(isText), true, 'list');
/** Typed texts in a shape of their own. */
export const typed = <Value>(schema: ZodMiniType<Value>) => deep(schema, true);

/** What the program knows by itself and nobody types: an id, a path, a name in a list. */
export const word = () => plain<string>(isFilled, false);
export const ids = () => plain<readonly string[]>(isList(isFilled), false, 'list');
export const oneOf = <const Words extends readonly string[]>(
  choices: Words,
): Field<Words[number], false> => ({
  ...plain<Words[number]>((value) => typeof value === 'string' && choices.includes(value), false),
  choices,
});
export const day = () => plain<string>(isDay, false, 'day');
/** A day, or an empty text that takes the day away. */
export const dayOrNone = () => plain<string>((value) => value === '' || isDay(value), false, 'day');
export const days = () => plain<readonly string[]>(isList(isDay), false, 'list');
/** Days of a week on which nobody works; never all of them. */
export const weekend = () => plain<readonly Weekday[]>(isWeekend, false, 'list');
export const instant = () => plain<string>(isInstant, false, 'instant');
/** SHA-256 in hexadecimal. */
export const digest = () =>
  plain<string>((value) => typeof value === 'string' && /^[0-9a-f]{64}$/u.test(value), false);
/** Several of them, at least one. */
export const digests = () =>
  plain<readonly string[]>(
    (value) =>
      Array.isArray(value) &&
      value.length > 0 &&
      value.every((each) => digest().wrongAt(each) === undefined),
    false,
    'list',
  );
export const zone = () =>
  plain<string>((value) => typeof value === 'string' && isTimeZone(value), false);
export const flag = () => plain<boolean>((value) => typeof value === 'boolean', false, 'flag');
export const whole = () => plain<number>(Number.isSafeInteger, false, 'number');
/** Not below zero. */
export const figure = () =>
  plain<number>((value) => Number.isFinite(value) && Number(value) >= 0, false, 'number');
/** What the program has redacted or made itself, in a shape of its own. */
export const fact = <Value>(schema: ZodMiniType<Value>) => deep(schema, false);

export const item = () => reference('item');
/** A block of the agenda, or what gives minutes as one does: the reserve, and time won. */
export const giver = () => reference('giver');
export const step = () => reference('step');
export const row = () => reference('row');
export const note = () => reference('note');
export const demonstration = () => reference('demonstration');
export const action = () => reference('action');
