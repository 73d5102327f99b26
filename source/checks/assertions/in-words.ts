import {formatAmount, isAmount} from './amounts.ts';
import type {Assertion, Comparison} from './assertion.ts';

const comparisonWords: Readonly<Record<Comparison, string>> = {
  below: 'below',
  above: 'above',
  at_least: 'at least',
  at_most: 'at most',
};

/** A value as a person reads it; strings of JSON in quotes, so that `"1"` and `1` differ. */
export function showValue(value: unknown): string {
  if (value === undefined) return 'absent';
  return isAmount(value) ? formatAmount(value) : JSON.stringify(value);
}

function showWanted(value: unknown): string {
  return value === null ? 'nothing' : showValue(value);
}

function joined(assertions: readonly Assertion[], between: string): string {
  return assertions.map(inWords).join(between);
}

/** A statement in words, such as `below 500 ms` or `not matching /CrashLoop/`. */
export function inWords(assertion: Assertion): string {
  switch (assertion.type) {
    case 'equals':
      return `equals ${showWanted(assertion.value)}`;
    case 'compares':
      return `${comparisonWords[assertion.how]} ${formatAmount(assertion.than)}`;
    case 'matches':
      return `matches ${assertion.pattern.text}`;
    case 'contains':
      return `contains ${showValue(assertion.part)}`;
    case 'consists':
      return assertion.of.length === 0
        ? 'an empty list'
        : `exactly ${assertion.of.map(showValue).join(', ')}`;
    case 'not':
      return `not: ${inWords(assertion.of)}`;
    case 'all':
      return joined(assertion.of, ' and ');
    case 'any':
      return assertion.of.every((one) => one.type === 'equals')
        ? `one of ${assertion.of.map((one) => showWanted(one.value)).join(', ')}`
        : joined(assertion.of, ' or ');
    case 'each':
      return `every entry ${inWords(assertion.of)}`;
    case 'some':
      return `at least one entry ${inWords(assertion.of)}`;
    default:
      return assertion satisfies never;
  }
}
