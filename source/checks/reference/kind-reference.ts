import type {z} from 'zod';
import type {Form} from '../assertions/forms.ts';
import type {Kind} from '../kinds/kind.ts';
import {choicesOf, propertiesOf, writtenForm} from '../schema/written-form.ts';
import {formWords} from './form-words.ts';

/** A key of a map, in words. */
export interface KeyWords {
  readonly name: string;
  /** What may be written behind it. */
  readonly takes: string;
  readonly isRequired: boolean;
  /** What counts where it is left out, as it would be written. */
  readonly usual?: string;
  /** Empty where nobody has said. */
  readonly meaning: string;
}

/** All that a person can be told of a kind, for the page and for the terminal. */
export interface KindReference {
  readonly word: string;
  readonly does: string;
  readonly proves: string;
  readonly keys: readonly KeyWords[];
  /** What `expect` and `warn` can speak of. */
  readonly subjects: readonly KeyWords[];
  /** What may be left out and what is added, a sentence each, with code in backquotes. */
  readonly remarks: readonly string[];
  readonly example: string;
}

function isScalar(value: unknown): value is string | number | boolean {
  return ['string', 'number', 'boolean'].includes(typeof value);
}

/** The keys of a map form, in the order in which they are declared. */
export function keysOf(form: Form): KeyWords[] {
  const required = (form['required'] ?? []) as readonly string[];
  return Object.entries(propertiesOf(form)).map(([name, key]): KeyWords => {
    const {description: meaning, default: usual} = key;
    return {
      name,
      takes: formWords(key),
      isRequired: required.includes(name),
      ...(isScalar(usual) ? {usual: String(usual)} : {}),
      meaning: typeof meaning === 'string' ? meaning : '',
    };
  });
}

/** The map among the forms that a schema takes. */
export function mapForm(schema: z.ZodType): Form | undefined {
  return choicesOf(writtenForm(schema)).find((form) => 'properties' in form);
}

/** How the kind is written without a map: a word of its own, `host:port`, or what the first key takes. */
function shortForm({schema, word}: Kind, [first]: readonly KeyWords[]): string {
  const short = choicesOf(writtenForm(schema)).find((form) => !('properties' in form));
  const {title, const: only} = short ?? {};
  if (isScalar(only)) return `It is written \`${word}: ${only}\`.`;
  const taken = title === 'host:port' ? `\`${title}\`` : `the \`${first?.name ?? ''}\``;
  return `In short, \`${word}: …\` takes ${taken}.`;
}

/** What is expected where nothing is said, as a judgement would say it; nothing where there is none. */
function impliedWords({implied, subjects}: Kind): string | undefined {
  if (!implied) return undefined;
  const {subject, value, warn, unless = []} = implied;
  const place = {subject, path: [], report: () => undefined};
  const told = (statement: unknown) => {
    const parsed = subjects[subject]?.parse(statement, place);
    const judged = subjects[subject]?.judge(parsed, undefined, subject) ?? [];
    return judged
      .map(({subject, expected, stated = expected}) => `\`${subject}\` ${stated}`)
      .join(' and ');
  };
  const words = [subject, ...unless].map((word) => `\`${word}\``).join(' or ');
  const warned = warn === undefined ? '' : `, and warns unless ${told(warn)}`;
  return `Unless it speaks of ${words}, a check expects ${told(value)}${warned}.`;
}

function remarksOf(kind: Kind, keys: readonly KeyWords[]): string[] {
  const {isEnoughAlone = false} = kind;
  return [
    shortForm(kind, keys),
    ...[impliedWords(kind) ?? []].flat(),
    isEnoughAlone ? '`expect` may be left out.' : '`expect` or `warn` is needed.',
    ...(kind.canRunOn ? ['`on` can say where it runs.'] : []),
  ];
}

/** Tells of a kind what its entry says. */
export function kindReference(kind: Kind): KindReference {
  const {word, about, subjects, schema} = kind;
  const form = mapForm(schema);
  const keys = form ? keysOf(form) : [];
  return {
    word,
    does: about.does,
    proves: about.proves,
    keys,
    subjects: Object.entries(subjects).map(([name, {form: taken = {}}]) => ({
      name,
      takes: formWords(taken),
      isRequired: false,
      meaning: about.subjects[name] ?? '',
    })),
    remarks: remarksOf(kind, keys),
    example: about.example,
  };
}
