import * as z from 'zod/mini';
import {isRealDay} from '../time/real-day.ts';
import {isTimeZone} from '../time/zoned-time.ts';

/** What the value of a field names, which has to be there when the change happens. */
export type Reference = 'item' | 'row' | 'note' | 'demonstration' | 'action';

/** One field of a change: what it may hold, who wrote it, and what it points at. */
export interface Field<Value = unknown, IsOptional extends boolean = boolean> {
  readonly schema: z.ZodMiniType<Value>;
  /** A person typed it, so each text in it is redacted on the way into the store. */
  readonly isTyped: boolean;
  readonly isOptional: IsOptional;
  readonly refersTo?: Reference;
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

/** What a person typed: a note, a name, a reason. */
export function typed<Value>(schema: z.ZodMiniType<Value>): Field<Value, false> {
  return {schema, isTyped: true, isOptional: false};
}

/** What the program knows by itself: ids, enumerations, figures, and what was redacted before. */
export function fact<Value>(schema: z.ZodMiniType<Value>): Field<Value, false> {
  return {schema, isTyped: false, isOptional: false};
}

function reference(refersTo: Reference): Field<string, false> {
  return {...fact(filled), refersTo};
}

export function optional<Value>(field: Field<Value, false>): Field<Value, true> {
  return {...field, isOptional: true};
}

const filled = z.string().check(z.minLength(1));
const day = z.string().check(z.refine(isRealDay));

/** ISO 8601 with a zone, such as `2026-03-04T09:00:00.000Z`. */
export const instantSchema = z.string().check(
  z.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})$/),
  // A day that no calendar has would be read as a later one.
  z.refine((text) => isRealDay(text.slice(0, 10)) && !Number.isNaN(Date.parse(text))),
);

export const text = () => typed(z.string());
/** Text that says something: a reason, the name of a person. */
export const words = () => typed(z.string().check(z.refine((value) => value.trim() !== '')));
export const word = () => fact(filled);
export const oneOf = <const Words extends readonly string[]>(choices: Words) =>
  fact<Words[number]>(z.enum(choices as readonly string[] as [string, ...string[]]));
export const dayField = () => fact(day);
/** A day, or an empty text that takes the day away. */
export const dayOrNone = () => fact(z.union([z.literal(''), day]));
export const days = () => fact<readonly string[]>(z.array(day));
export const instant = () => fact(instantSchema);
export const zone = () => fact(z.string().check(z.refine(isTimeZone)));
export const flag = () => fact(z.boolean());
export const figure = () => fact(z.number().check(z.nonnegative()));
export const item = () => reference('item');
export const row = () => reference('row');
export const note = () => reference('note');
export const demonstration = () => reference('demonstration');
export const action = () => reference('action');
