import {type Amount} from './amounts.ts';
import {type Assertion, type Shape} from './assertion.ts';
import {holds} from './holds.ts';
import {parseAssertion} from './parse-assertion.ts';
import {type Subject} from './subject.ts';
import {inWords, showValue} from './words.ts';

/** A measured value with the reason for it, where there is one to tell. */
export interface Measured<Value> {
  readonly value: Value;
  readonly remark?: string | undefined;
}

function simpleSubject<Value>(shape: Shape): Subject<Assertion, Measured<Value>> {
  return {
    parse: (input, place) => parseAssertion(input, {...place, shape}),
    judge: (assertion, measured, subject) => [
      {
        subject,
        expected: inWords(assertion),
        actual: measured ? showValue(measured.value) : 'not measured',
        remark: measured?.remark,
        isMet: measured !== undefined && holds(assertion, measured.value),
      },
    ],
  };
}

/** A plain number, such as an exit code or an HTTP status. */
export const numberSubject = simpleSubject<number>('number');

/** A length of time. */
export const durationSubject = simpleSubject<Amount>('duration');

/** True or false. */
export const flagSubject = simpleSubject<boolean>('flag');
