import type {Path, Report} from '../spec/report.ts';
import {nearest} from '../../nearest.ts';
import {amount, parseAmount, unitWords, writtenUnit, type Amount} from './amounts.ts';
import type {Assertion, Shape} from './assertion.ts';
import {readExpression, readPattern} from './pattern.ts';

/** What an assertion is about, and where to report what is wrong with it. */
export interface Place {
  /** The subject, for the messages: `latency`, `json $.status`. */
  readonly subject: string;
  readonly shape: Shape;
  readonly path: Path;
  readonly report: Report;
  /** Reads what a text must be equal to, where not every text is possible. */
  readonly accepts?: Accepts | undefined;
}

/** Gives a text as it will be measured, or what is wrong with it. */
export type Accepts = (
  text: string,
) =>
  | {readonly value: string}
  | {readonly message: string; readonly suggestion?: string | undefined};

export function parseNumber(
  input: unknown,
  {subject, shape, path, report}: Place,
): Amount | undefined {
  const fail = (message: string, suggestion?: string) => {
    report({path, message, suggestion});
    return undefined;
  };
  if (shape === 'list') return fail(`"${subject}" is a list, so it is not compared with a number.`);
  const unit = writtenUnit(input);
  const read = parseAmount(input);
  if (!read)
    return unit
      ? fail(
          `"${unit}" is not a unit. Known units: ${unitWords.join(' ')}.`,
          nearest(unit, unitWords),
        )
      : fail(`"${subject}" is compared with a number here, such as 5, 80% or 500ms.`);
  if (shape === 'duration' && read.dimension !== 'duration')
    return fail(`"${subject}" is a duration: give the number a unit (ms s m h d), such as 500ms.`);
  if (shape === 'size')
    return read.dimension === 'number' || read.dimension === 'size'
      ? amount(read.value, 'size')
      : fail(`"${subject}" is a size: its units are B KB MB GB TB KiB MiB GiB TiB.`);
  if (shape === 'number' && read.dimension !== 'number' && read.dimension !== 'percent')
    return fail(`"${subject}" is a plain number: leave out the unit.`);
  return read;
}

/** The entries of a list of texts; numbers and booleans are meant as text. */
function parseEntries(input: readonly unknown[], {subject, path, report}: Place) {
  const isGood = input.every(
    (one) => typeof one === 'string' || typeof one === 'number' || typeof one === 'boolean',
  );
  if (!isGood) {
    report({path, message: `"${subject}" is a list of texts.`});
    return undefined;
  }
  return input.map(String);
}

function parseConsists(input: readonly unknown[], place: Place): Assertion | undefined {
  const of = parseEntries(input, place);
  return of && {type: 'consists', of};
}

export function parseEquals(input: unknown, place: Place): Assertion | undefined {
  const {subject, shape, path, report, accepts} = place;
  if (shape === 'list') return parseConsists(Array.isArray(input) ? input : [input], place);
  if (['number', 'duration', 'size', 'amount'].includes(shape)) {
    const value = parseNumber(input, place);
    return value && {type: 'equals', value};
  }
  if (shape === 'flag') {
    const value = input === 'true' ? true : input === 'false' ? false : input;
    if (typeof value !== 'boolean') {
      report({path, message: `"${subject}" is either true or false.`});
      return undefined;
    }
    return {type: 'equals', value};
  }
  if (shape === 'text' && (input === null || typeof input === 'object')) {
    report({
      path,
      message: `"${subject}" is text, so it equals text. Write "" for no text at all.`,
    });
    return undefined;
  }
  if (shape === 'text' && accepts) {
    const reading = accepts(String(input));
    if ('value' in reading) return {type: 'equals', value: reading.value};
    report({path, ...reading});
    return undefined;
  }
  return {type: 'equals', value: input};
}

function isWithoutText(shape: Shape): boolean {
  return ['duration', 'size', 'amount', 'flag'].includes(shape);
}

function reportPatternForList({subject, path, report}: Place): undefined {
  const message = `"${subject}" is a list. Say {any: /…/} or {all: /…/} of its entries.`;
  report({path, message});
  return undefined;
}

export function parseScalar(
  input: string | number | bigint | boolean | null,
  place: Place,
): Assertion | undefined {
  const {shape, path, report} = place;
  if (typeof input === 'string' && !isWithoutText(shape)) {
    const reading = readPattern(input);
    if (reading.type === 'pattern' && shape === 'list') return reportPatternForList(place);
    if (reading.type === 'problem') {
      report({path, message: reading.message});
      return undefined;
    }
    if (reading.type === 'pattern') return {type: 'matches', pattern: reading.pattern};
  }
  return parseEquals(input, place);
}

export function parseMatches(input: unknown, place: Place): Assertion | undefined {
  const {path, report} = place;
  if (place.shape === 'list') return reportPatternForList(place);
  const reading = readExpression(typeof input === 'string' ? input : '');
  if (reading.type === 'pattern') return {type: 'matches', pattern: reading.pattern};
  const message = reading.type === 'problem' ? reading.message : '';
  report({path, message: typeof input === 'string' ? message : '"matches" takes a pattern: /…/.'});
  return undefined;
}

export function parseContains(input: unknown, place: Place): Assertion | undefined {
  const {path, report, shape, subject} = place;
  if (shape === 'list' && Array.isArray(input)) {
    const parts = input.length === 0 ? undefined : parseEntries(input, place);
    if (parts) return {type: 'all', of: parts.map((part) => ({type: 'contains', part}))};
  }
  if (shape !== 'text' && shape !== 'json' && shape !== 'list') {
    report({
      path,
      message: `"${subject}" is no text, so it cannot contain anything.`,
      isAtKey: true,
    });
    return undefined;
  }
  if (input === '' || !['string', 'number', 'bigint', 'boolean'].includes(typeof input)) {
    report({path, message: '"contains" takes the text or the value to be found.'});
    return undefined;
  }
  const part = input as string | number | bigint | boolean;
  return {type: 'contains', part: shape === 'list' ? String(part) : part};
}
