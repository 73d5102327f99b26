import type {Assertion} from './assertion.ts';
import {assertionForm} from './forms.ts';
import {holds} from './holds.ts';
import {parseAssertion} from './parse-assertion.ts';
import type {Subject} from './subject.ts';
import {showValue, statedAs} from './in-words.ts';

/** Several texts without an order. */
export interface TextList {
  readonly values: readonly string[];
  /** Makes two texts the same that mean the same, such as names in upper and lower case. */
  readonly fold?: ((text: string) => string) | undefined;
  readonly remark?: string | undefined;
}

/** The same statement about folded texts. */
function folded(assertion: Assertion, fold: (text: string) => string): Assertion {
  switch (assertion.type) {
    case 'equals':
      return {type: 'equals', value: fold(String(assertion.value))};
    case 'contains':
      return {type: 'contains', part: fold(String(assertion.part))};
    case 'consists':
      return {type: 'consists', of: assertion.of.map(fold)};
    case 'matches': {
      const {text, expression} = assertion.pattern;
      const flags = [...new Set(`${expression.flags}i`)].join('');
      return {
        type: 'matches',
        pattern: {text, expression: new RegExp(expression.source, flags)},
      };
    }
    case 'not':
    case 'each':
    case 'some':
      return {type: assertion.type, of: folded(assertion.of, fold)};
    case 'all':
    case 'any':
      return {type: assertion.type, of: assertion.of.map((one) => folded(one, fold))};
    case 'count':
      return {...assertion, of: folded(assertion.of, fold)};
    case 'compares':
    case 'length':
      return assertion;
    default:
      return assertion satisfies never;
  }
}

/** A list of texts: a bare list is the whole of it, `contains` some of it, `all` and `any` its entries. */
export const listSubject: Subject<Assertion, TextList> = {
  form: assertionForm('list'),
  parse: (input, place) => parseAssertion(input, {...place, shape: 'list'}),
  judge(assertion, measured, subject) {
    const stated = {subject, ...statedAs(assertion)};
    if (!measured) return [{...stated, actual: 'not measured', isMet: false}];
    const {values, fold, remark} = measured;
    const isMet = fold
      ? holds(folded(assertion, fold), values.map(fold), true)
      : holds(assertion, values, true);
    const actual = values.length === 0 ? 'an empty list' : values.map(showValue).join(', ');
    return [{...stated, actual, remark, isMet}];
  },
};
