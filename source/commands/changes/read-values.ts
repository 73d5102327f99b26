import {entryOf, type Change, type ChangeType} from '../../handoff/changes/catalogue.ts';
import type {Field} from '../../handoff/changes/change-fields.ts';
import {readDate} from '../../handoff/time/dates.ts';
import {Problem} from '../../problem.ts';
import {stripTerminal} from '../../redaction/strip-terminal.ts';
import {oneLine} from '../../services/one-line.ts';
import type {ChangeCommand, Face} from './change-command.ts';
import {optionName} from './faces.ts';
import {findReference} from './find-named.ts';
import {readings} from './word-readings.ts';
import {textIn, textsIn, wordsFor, type Moment, type Typed} from './typed.ts';

/** As it is called in an answer: `ITEM`, or `--due`. */
function called(field: string, face: Face): string {
  if (face.as === 'program') return field;
  return face.as === 'argument' ? face.name.toUpperCase() : `--${optionName({field, face})}`;
}

function readDay(text: string, {today}: Moment, name: string): string {
  if (text.trim() === '') return '';
  const reading = readDate(text, today);
  if ('date' in reading) return reading.date;
  throw new Problem(reading.problem, `It was given as ${name}.`);
}

function readNumber(text: string, name: string): number {
  const number = Number(text);
  if (text.trim() !== '' && Number.isFinite(number)) return number;
  throw new Problem(`"${text}" is no number.`, `Write ${name} in digits.`);
}

/** A value from what was typed, by what the catalogue says of its field. */
function readOne(field: Field, face: Face, words: unknown, moment: Moment, name: string): unknown {
  const text = textIn(words);
  if (text === undefined) return field.holds === 'list' ? textsIn(words).map(oneLine) : words;
  const read = face.as === 'program' ? undefined : face.reads && readings[face.reads];
  if (read) return read(text, moment);
  if (field.refersTo !== undefined && field.refersTo !== 'action')
    return findReference[field.refersTo](moment.handoff, text);
  switch (field.holds) {
    case 'day':
      return readDay(text, moment, name);
    case 'number':
      return readNumber(text, name);
    case 'text':
      return field.isTyped ? stripTerminal(text).trim() : oneLine(text);
    case 'flag':
    case 'instant':
    case 'list':
    case 'shape':
      return text;
  }
}

/** The fields of one change that are typed or always the same, each read. */
export function readValues(
  type: ChangeType,
  faces: Readonly<Record<string, Face>>,
  typed: Typed,
  moment: Moment,
): Readonly<Record<string, unknown>> {
  const {fields} = entryOf(type);
  const pairs = Object.entries(faces).flatMap(([name, face]): [string, unknown][] => {
    const field = fields[name];
    if (!field) return [];
    if (face.as === 'program') return 'is' in face ? [[name, face.is]] : [];
    // What a maker reads itself is not read here.
    if (face.reads && !readings[face.reads]) return [];
    const words = wordsFor(name, face, typed);
    return words === undefined
      ? []
      : [[name, readOne(field, face, words, moment, called(name, face))]];
  });
  return Object.fromEntries(pairs);
}

/** Whether a change of a command that makes several was asked for: something of its own was typed. */
function isAskedFor(faces: Readonly<Record<string, Face>>, typed: Typed): boolean {
  const options = Object.entries(faces).filter(
    ([name, face]) => face.as === 'option' && name !== 'reason',
  );
  return options.some(([name, face]) => wordsFor(name, face, typed) !== undefined);
}

/** The changes of a command whose fields are all typed: each that something was typed for. */
export function changesByFields(command: ChangeCommand, typed: Typed, moment: Moment): Change[] {
  const parts = Object.entries(command.makes) as [ChangeType, Readonly<Record<string, Face>>][];
  const asked = parts.length === 1 ? parts : parts.filter(([, faces]) => isAskedFor(faces, typed));
  if (asked.length > 0)
    return asked.map(
      ([type, faces]) => ({type, ...readValues(type, faces, typed, moment)}) as unknown as Change,
    );
  const names = parts.flatMap(([, faces]) =>
    Object.entries(faces).flatMap(([field, face]) =>
      face.as === 'option' && field !== 'reason' ? [`--${optionName({field, face})}`] : [],
    ),
  );
  throw new Problem('Nothing is said to be changed.', `Add one of ${names.join(', ')}.`);
}
