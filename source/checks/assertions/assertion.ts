import type {Amount} from './amounts.ts';
import type {Pattern} from './pattern.ts';

export const comparisons = ['below', 'above', 'at_least', 'at_most'] as const;
export type Comparison = (typeof comparisons)[number];

export const assertionWords = [
  ...comparisons,
  'equals',
  'not',
  'contains',
  'matches',
  'one_of',
  'all',
  'any',
  'length',
  'count',
] as const;
export type AssertionWord = (typeof assertionWords)[number];

/** One statement about a value, as data. */
export type Assertion =
  | {readonly type: 'equals'; readonly value: unknown}
  | {readonly type: 'compares'; readonly how: Comparison; readonly than: Amount}
  | {readonly type: 'matches'; readonly pattern: Pattern}
  | {readonly type: 'contains'; readonly part: string | number | bigint | boolean}
  /** A list has exactly these entries, in whatever order. */
  | {readonly type: 'consists'; readonly of: readonly string[]}
  | {readonly type: 'not'; readonly of: Assertion}
  | {readonly type: 'all' | 'any'; readonly of: readonly Assertion[]}
  /** Of a list: every element, or at least one. */
  | {readonly type: 'each' | 'some'; readonly of: Assertion}
  /** How many entries, characters or names a list, a text or a map has. */
  | {readonly type: 'length'; readonly is: Assertion}
  /** Of how many entries of a list, or lines of a text, something is true. */
  | {readonly type: 'count'; readonly of: Assertion; readonly is: Assertion};

/**
 * What a subject's value is, which decides what can be said of it. A `list` is one of texts without
 * an order; a number without a unit is as good as bytes for a `size`; an `amount` is a number with
 * whatever unit.
 */
export type Shape = 'number' | 'duration' | 'size' | 'amount' | 'text' | 'list' | 'flag' | 'json';
