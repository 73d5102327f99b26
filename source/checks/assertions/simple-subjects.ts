import {nearest} from '../../nearest.ts';
import type {Amount} from './amounts.ts';
import type {Assertion, Shape} from './assertion.ts';
import {assertionForm} from './forms.ts';
import {holds} from './holds.ts';
import {parseAssertion} from './parse-assertion.ts';
import type {Accepts} from './parse-values.ts';
import type {Subject} from './subject.ts';
import {inWords, showValue} from './in-words.ts';

/** A measured value with the reason for it, where there is one to tell. */
export interface Measured<Value> {
  readonly value: Value;
  readonly remark?: string | undefined;
}

function simpleSubject<Value>(
  shape: Shape,
  accepts?: (subject: string) => Accepts,
): Subject<Assertion, Measured<Value>> {
  return {
    form: assertionForm(shape),
    parse: (input, place) =>
      parseAssertion(input, {...place, shape, accepts: accepts?.(place.subject)}),
    judge: (assertion, measured, subject) => [
      {
        subject,
        expected: inWords(assertion),
        actual: measured ? showValue(measured.value) : 'not measured',
        remark: measured?.remark,
        isMet: measured !== undefined && holds(assertion, measured.value, shape === 'text'),
      },
    ],
  };
}

/** A plain number, such as an exit code or an HTTP status. */
export const numberSubject = simpleSubject<number | Amount>('number');

/** A length of time. */
export const durationSubject = simpleSubject<Amount>('duration');

/** A number of bytes. */
export const sizeSubject = simpleSubject<Amount>('size');

/** True or false. */
export const flagSubject = simpleSubject<boolean>('flag');

/** A short text, such as a name. `accepts` refuses what the subject can never be equal to. */
export function wordSubject(
  accepts?: (subject: string) => Accepts,
): Subject<Assertion, Measured<string>> {
  return simpleSubject<string>('text', accepts);
}

/** One of some known words, whatever their case. */
export function choiceSubject(words: readonly string[]): Subject<Assertion, Measured<string>> {
  return wordSubject((subject) => (text) => {
    const value = words.find((word) => word.toLowerCase() === text.toLowerCase());
    return value === undefined
      ? {message: `"${subject}" is one of: ${words.join(', ')}.`, suggestion: nearest(text, words)}
      : {value};
  });
}
