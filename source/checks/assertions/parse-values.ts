import {type Path, type Report} from '../spec/report.ts';
import {nearest} from '../../nearest.ts';
import {type Amount, parseAmount, unitWords, writtenUnit} from './amounts.ts';
import {type Assertion, type Shape} from './assertion.ts';
import {readExpression, readPattern} from './pattern.ts';

/** What an assertion is about, and where to report what is wrong with it. */
export interface Place {
  /** The subject, for the messages: `latency`, `json $.status`. */
  readonly subject: string;
  readonly shape: Shape;
  readonly path: Path;
  readonly report: Report;
}

export function parseNumber(
  input: unknown,
  {subject, shape, path, report}: Place,
): Amount | undefined {
  const fail = (message: string, suggestion?: string) => {
    report({path, message, suggestion});
    return undefined;
  };
  const unit = writtenUnit(input);
  const read = parseAmount(input);
  if (!read) {
    return unit
      ? fail(
          `"${unit}" is not a unit. Known units: ${unitWords.join(' ')}.`,
          nearest(unit, unitWords),
        )
      : fail(`"${subject}" is compared with a number here, such as 5, 80% or 500ms.`);
  }
  if (shape === 'duration' && read.dimension !== 'duration') {
    return fail(`"${subject}" is a duration: give the number a unit (ms s m h d), such as 500ms.`);
  }
  if (shape === 'number' && read.dimension !== 'number' && read.dimension !== 'percent') {
    return fail(`"${subject}" is a plain number: leave out the unit.`);
  }
  return read;
}

export function parseEquals(input: unknown, place: Place): Assertion | undefined {
  const {subject, shape, path, report} = place;
  if (shape === 'number' || shape === 'duration') {
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
  return {type: 'equals', value: input};
}

export function parseScalar(
  input: string | number | boolean | null,
  place: Place,
): Assertion | undefined {
  const {subject, shape, path, report} = place;
  if (typeof input === 'string' && shape !== 'duration' && shape !== 'flag') {
    const reading = readPattern(input);
    if (reading.type === 'problem') {
      report({path, message: reading.message});
      return undefined;
    }
    if (reading.type === 'pattern') {
      return {type: 'matches', pattern: reading.pattern};
    }
  }
  return parseEquals(input, {subject, shape, path, report});
}

export function parseMatches(input: unknown, {path, report}: Place): Assertion | undefined {
  const reading = readExpression(typeof input === 'string' ? input : '');
  if (reading.type === 'pattern') {
    return {type: 'matches', pattern: reading.pattern};
  }
  const message = reading.type === 'problem' ? reading.message : '';
  report({path, message: typeof input === 'string' ? message : '"matches" takes a pattern: /…/.'});
  return undefined;
}

export function parseContains(input: unknown, place: Place): Assertion | undefined {
  const {path, report, shape, subject} = place;
  if (shape !== 'text' && shape !== 'json') {
    report({
      path,
      message: `"${subject}" is no text, so it cannot contain anything.`,
      isAtKey: true,
    });
    return undefined;
  }
  if (
    input === '' ||
    (typeof input !== 'string' && typeof input !== 'number' && typeof input !== 'boolean')
  ) {
    report({path, message: '"contains" takes the text or the value to be found.'});
    return undefined;
  }
  return {type: 'contains', part: input};
}
