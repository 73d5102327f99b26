import {formatAmount, isAmount} from './amounts.ts';
import type {Assertion, Comparison} from './assertion.ts';

/** ECMAScript's own since 2025; the types do not know it yet. */
const {rawJSON} = JSON as unknown as {readonly rawJSON: (text: string) => unknown};

const comparisonWords: Readonly<Record<Comparison, string>> = {
  below: 'below',
  above: 'above',
  at_least: 'at least',
  at_most: 'at most',
};

/** Lets JSON hold a whole number with all its digits. */
function exactDigits(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? rawJSON(String(value)) : value;
}

/** A value as a person reads it; strings of JSON in quotes, so that `"1"` and `1` differ. */
export function showValue(value: unknown): string {
  if (value === undefined) return 'absent';
  return isAmount(value) ? formatAmount(value) : JSON.stringify(value, exactDigits);
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
    case 'length':
      return `length ${inWords(assertion.is)}`;
    case 'count':
      return `count of those that are ${inWords(assertion.of)}: ${inWords(assertion.is)}`;
    default:
      return assertion satisfies never;
  }
}

/** A denial of what is wanted; nothing where only "not" says it. */
function denied(assertion: Assertion): string | undefined {
  if (assertion.type === 'equals') return `other than ${showWanted(assertion.value)}`;
  return assertion.type === 'matches' || assertion.type === 'contains'
    ? `no ${wanted(assertion).replace(/^a /, '')}`
    : undefined;
}

/** What has to be there, as it stands behind "expected": `0`, `below 500 ms`, `a match of /CrashLoop/`. */
function wanted(assertion: Assertion): string {
  switch (assertion.type) {
    case 'equals':
      return showWanted(assertion.value);
    case 'matches':
      return `a match of ${assertion.pattern.text}`;
    case 'contains':
      return `${showValue(assertion.part)} in it`;
    case 'not':
      return denied(assertion.of) ?? inWords(assertion);
    case 'all':
      return assertion.of.map(wanted).join(' and ');
    case 'any':
      return assertion.of.every((one) => one.type === 'equals')
        ? inWords(assertion)
        : assertion.of.map(wanted).join(' or ');
    case 'each':
      return `for every entry ${wanted(assertion.of)}`;
    case 'some':
      return `for at least one entry ${wanted(assertion.of)}`;
    case 'length':
      return `length ${wanted(assertion.is)}`;
    case 'compares':
    case 'consists':
    case 'count':
      return inWords(assertion);
    default:
      return assertion satisfies never;
  }
}

/** A statement as a judgement tells it: behind "expected", and behind its subject. */
export function statedAs(assertion: Assertion): {
  readonly expected: string;
  readonly stated: string;
} {
  return {expected: wanted(assertion), stated: inWords(assertion)};
}
