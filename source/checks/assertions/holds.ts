import {isAmount, parseAmount, type Amount} from './amounts.ts';
import type {Assertion, Comparison} from './assertion.ts';
import {allOf, anyOf, decide, type Leaf, type Truth} from './leaves.ts';
import {equalValues, sameNumber} from './equal-values.ts';
import {withoutLastLineEnd} from '../text/last-line-end.ts';

function isPlain({dimension}: Amount): boolean {
  return dimension === 'number' || dimension === 'percent';
}

/** The number in a value, if it can be compared with `than`: same dimension, or plain and per cent. */
function comparable(value: unknown, than: Amount): number | bigint | undefined {
  const read = isAmount(value) ? value : parseAmount(value);
  const isSame = read && (read.dimension === than.dimension || (isPlain(read) && isPlain(than)));
  return isSame ? (read.exact ?? read.value) : undefined;
}

function compares(value: unknown, how: Comparison, than: Amount): Truth {
  const number = comparable(value, than);
  // What is no number is neither above nor below.
  if (number === undefined) return undefined;
  const limit = than.exact ?? than.value;
  switch (how) {
    case 'below':
      return number < limit;
    case 'above':
      return number > limit;
    case 'at_least':
      return number >= limit;
    case 'at_most':
      return number <= limit;
    default:
      return how satisfies never;
  }
}

function equals(value: unknown, wanted: unknown, isText: boolean): Truth {
  // In JSON, null and absent both mean that there is nothing.
  if (value === undefined) return wanted === null ? true : undefined;
  if (isAmount(wanted)) {
    const number = comparable(value, wanted);
    return number !== undefined && sameNumber(number, wanted.exact ?? wanted.value);
  }
  if (isText && typeof value === 'string' && typeof wanted === 'string')
    return withoutLastLineEnd(value) === withoutLastLineEnd(wanted);
  if (isText && typeof value === 'string' && typeof wanted === 'boolean')
    return withoutLastLineEnd(value) === String(wanted);
  return equalValues(value, wanted);
}

function asText(value: unknown): string | undefined {
  if (isAmount(value)) return String(value.exact ?? value.value);
  return ['string', 'number', 'boolean', 'bigint'].includes(typeof value)
    ? String(value)
    : undefined;
}

/** `$` stands before the last line end of an output, as a person sees it, and after it. */
function matches(expression: RegExp, text: string, isText: boolean): boolean {
  if (expression.test(text)) return true;
  const said = isText ? withoutLastLineEnd(text) : text;
  return said.length < text.length && expression.test(said);
}

function consists(value: unknown, wanted: readonly string[]): Truth {
  return Array.isArray(value)
    ? value.every((one) => wanted.includes(String(one))) &&
        wanted.every((one) => value.includes(one))
    : undefined;
}

function contains(value: unknown, part: string | number | bigint | boolean): Truth {
  if (Array.isArray(value)) return value.some((one) => equalValues(one, part));
  return asText(value)?.includes(String(part));
}

function entriesOf(value: unknown): readonly unknown[] | undefined {
  return Array.isArray(value) ? value : undefined;
}

/** Entries of a list, characters of a text, names of a map. */
function lengthOf(value: unknown): number | undefined {
  if (typeof value === 'string') return Array.from(withoutLastLineEnd(value)).length;
  if (Array.isArray(value)) return value.length;
  return typeof value === 'object' && value !== null && !isAmount(value)
    ? Object.keys(value).length
    : undefined;
}

function linesOf(text: string): readonly string[] {
  const lines = withoutLastLineEnd(text);
  return lines === '' ? [] : lines.split(/\r?\n/);
}

/** How many there may be at least and at most: of some it may not be possible to tell. */
function counted(of: Assertion, value: unknown, isText: boolean): readonly number[] | undefined {
  const parts = typeof value === 'string' ? linesOf(value) : entriesOf(value);
  const truths = parts?.map((one) => truthOf(of, one, isText));
  const sure = truths?.filter((one) => one === true).length ?? 0;
  const open = truths?.filter((one) => one === undefined).length ?? 0;
  return truths && [sure, sure + open];
}

function leafTruth(leaf: Leaf, value: unknown, isText: boolean): Truth {
  switch (leaf.type) {
    case 'equals':
      return equals(value, leaf.value, isText);
    case 'compares':
      return compares(value, leaf.how, leaf.than);
    case 'matches': {
      const text = asText(value);
      return text === undefined ? undefined : matches(leaf.pattern.expression, text, isText);
    }
    case 'contains':
      return contains(value, leaf.part);
    case 'consists':
      return consists(value, leaf.of);
    // Nothing is said of an empty list, and nothing said is never a pass.
    case 'each': {
      const entries = entriesOf(value);
      return entries === undefined || entries.length === 0
        ? undefined
        : allOf(entries.map((one) => truthOf(leaf.of, one, isText)));
    }
    case 'some':
      return anyOf(entriesOf(value)?.map((one) => truthOf(leaf.of, one, isText)) ?? [undefined]);
    case 'length':
      return truthOf(leaf.is, lengthOf(value));
    case 'count': {
      const counts = counted(leaf.of, value, isText)?.map((count) => truthOf(leaf.is, count));
      return counts?.every((one) => one === counts[0]) ? counts[0] : undefined;
    }
    default:
      return leaf satisfies never;
  }
}

/**
 * Whether a statement is true of a value; undefined where that cannot be told, as of a value that is
 * absent, or of a text of which a number is wanted. `isText` says that the value is a whole output or
 * a list of texts, for which the last line end does not count.
 */
export function truthOf(assertion: Assertion, value: unknown, isText = false): Truth {
  return decide(assertion, (leaf) => leafTruth(leaf, value, isText));
}

/** Whether a statement is surely true of a value. @see {@link truthOf} */
export function holds(assertion: Assertion, value: unknown, isText = false): boolean {
  return truthOf(assertion, value, isText) === true;
}
