import {nearest} from '../../nearest.ts';
import type {Amount} from './amounts.ts';
import type {Assertion, Shape} from './assertion.ts';
import {assertionForm} from './forms.ts';
import {holds} from './holds.ts';
import {parseAssertion} from './parse-assertion.ts';
import type {Accepts} from './parse-values.ts';
import type {Domain, Subject} from './subject.ts';
import {showValue, statedAs} from './in-words.ts';

/** A measured value with the reason for it, where there is one to tell. */
export interface Measured<Value> {
  readonly value: Value;
  readonly remark?: string | undefined;
}

interface SubjectTraits {
  /** Refuses what the subject can never be equal to. */
  readonly accepts?: ((subject: string) => Accepts) | undefined;
  readonly domain?: Domain | undefined;
}

function simpleSubject<Value>(
  shape: Shape,
  {accepts, domain}: SubjectTraits = {},
): Subject<Assertion, Measured<Value>> {
  return {
    form: assertionForm(shape),
    ...(domain ? {domain} : {}),
    parse: (input, place) =>
      parseAssertion(input, {...place, shape, accepts: accepts?.(place.subject)}),
    judge: (assertion, measured, subject) => [
      {
        subject,
        ...statedAs(assertion),
        actual: measured ? showValue(measured.value) : 'not measured',
        remark: measured?.remark,
        isMet: measured !== undefined && holds(assertion, measured.value, shape === 'text'),
      },
    ],
  };
}

/** A plain number that may be below 0. */
export const numberSubject = simpleSubject<number | Amount>('number');

/** A plain number that is never below 0, such as an exit code or a number of things. */
export const countSubject = simpleSubject<number | Amount>('number', {domain: {least: 0}});

/** A part of a whole, in per cent. */
export const percentSubject = simpleSubject<number | Amount>('number', {
  domain: {least: 0, most: 100},
});

/** A length of time. */
export const durationSubject = simpleSubject<Amount>('duration', {domain: {least: 0}});

/** A number of bytes. */
export const sizeSubject = simpleSubject<Amount>('size', {domain: {least: 0}});

/** True or false. */
export const flagSubject = simpleSubject<boolean>('flag', {domain: {words: [true, false]}});

/** A short text, such as a name. `accepts` refuses what the subject can never be equal to. */
export function wordSubject(
  accepts?: (subject: string) => Accepts,
  domain?: Domain,
): Subject<Assertion, Measured<string>> {
  return simpleSubject<string>('text', {accepts, domain});
}

/** One of some known words, whatever their case. */
export function choiceSubject(words: readonly string[]): Subject<Assertion, Measured<string>> {
  const accepts = (subject: string) => (text: string) => {
    const value = words.find((word) => word.toLowerCase() === text.toLowerCase());
    return value === undefined
      ? {message: `"${subject}" is one of: ${words.join(', ')}.`, suggestion: nearest(text, words)}
      : {value};
  };
  return wordSubject(accepts, {words});
}
