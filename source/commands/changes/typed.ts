import type {Action} from '../../handoff/changes/catalogue.ts';
import type {Handoff} from '../../handoff/model/handoff.ts';
import {Problem} from '../../problem.ts';
import {optionKey} from './faces.ts';
import type {Face} from './change-command.ts';

/** What was typed behind a command. */
export interface Typed {
  /** By the name that the help gives them. */
  readonly arguments: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** By their keys, such as `watchedBy`. */
  readonly options: Readonly<Record<string, unknown>>;
}

/** What words are read against: the handoff as it is, and who asks when. */
export interface Moment {
  readonly handoff: Handoff;
  readonly journal: readonly Action[];
  /** ISO 8601 instant, and its day in the handoff's time zone. */
  readonly now: string;
  readonly today: string;
  readonly actor: string;
}

/** What was typed for a field, as it was typed; nothing where it was left out. */
export function wordsFor(field: string, face: Face, typed: Typed): unknown {
  if (face.as === 'program') return undefined;
  return face.as === 'argument'
    ? typed.arguments[face.name]
    : typed.options[optionKey({field, face})];
}

/** A text that was typed for something; nothing where it was left out. */
export function textIn(words: unknown): string | undefined {
  return typeof words === 'string' ? words : undefined;
}

/** Several texts that were typed for something. */
export function textsIn(words: unknown): readonly string[] {
  return Array.isArray(words)
    ? words.filter((word): word is string => typeof word === 'string')
    : [];
}

/** `name=value` as its two halves. @throws {Problem} where there is no `=`. */
export function pairIn(text: string): readonly [name: string, value: string] {
  const at = text.indexOf('=');
  if (at < 1)
    throw new Problem(
      `"${text}" has no value.`,
      'Write it as NAME=VALUE; quote it where it has blanks.',
    );
  return [text.slice(0, at).trim(), text.slice(at + 1)];
}
