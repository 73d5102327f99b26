import {isDeepStrictEqual} from 'node:util';
import {isAmount, parseAmount, type Amount} from './amounts.ts';
import type {Assertion, Comparison} from './assertion.ts';

/** Line ends at the end of an output are not part of what it says. */
function withoutLastLineEnd(text: string): string {
  return text.replace(/[\r\n]+$/, '');
}

function isPlain({dimension}: Amount): boolean {
  return dimension === 'number' || dimension === 'percent';
}

/** The number in a value, if it can be compared with `than`: same dimension, or plain and per cent. */
function comparable(value: unknown, than: Amount): number | undefined {
  const read = isAmount(value) ? value : parseAmount(value);
  const isSame = read && (read.dimension === than.dimension || (isPlain(read) && isPlain(than)));
  return isSame ? read.value : undefined;
}

function compares(value: unknown, how: Comparison, than: Amount): boolean {
  const number = comparable(value, than);
  if (number === undefined) return false;
  switch (how) {
    case 'below':
      return number < than.value;
    case 'above':
      return number > than.value;
    case 'at_least':
      return number >= than.value;
    case 'at_most':
      return number <= than.value;
    default:
      return how satisfies never;
  }
}

function equals(value: unknown, wanted: unknown, isText: boolean): boolean {
  if (isAmount(wanted)) return comparable(value, wanted) === wanted.value;
  if (isText && typeof value === 'string') {
    const text = withoutLastLineEnd(value);
    const isSameNumber =
      typeof wanted === 'number' && text.trim() !== '' && Number(text) === wanted;
    return isSameNumber || text === withoutLastLineEnd(String(wanted));
  }
  // In JSON, null and absent both mean that there is nothing.
  return isDeepStrictEqual(value ?? null, wanted);
}

function asText(value: unknown): string | undefined {
  if (isAmount(value)) return String(value.value);
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : undefined;
}

function consists(value: unknown, wanted: readonly string[]): boolean {
  return (
    Array.isArray(value) &&
    value.every((one) => wanted.includes(String(one))) &&
    wanted.every((one) => value.includes(one))
  );
}

function contains(value: unknown, part: string | number | boolean): boolean {
  if (Array.isArray(value)) return value.includes(part);
  return asText(value)?.includes(String(part)) ?? false;
}

/**
 * Whether a statement is true of a value. `isText` says that the value is a whole output or a list of
 * texts, for which the last line end does not count and numbers are read from the text.
 */
export function holds(assertion: Assertion, value: unknown, isText = false): boolean {
  switch (assertion.type) {
    case 'equals':
      return equals(value, assertion.value, isText);
    case 'compares':
      return compares(value, assertion.how, assertion.than);
    case 'matches': {
      const text = asText(value);
      return text !== undefined && assertion.pattern.expression.test(text);
    }
    case 'contains':
      return contains(value, assertion.part);
    case 'consists':
      return consists(value, assertion.of);
    case 'not':
      return !holds(assertion.of, value, isText);
    case 'all':
      return assertion.of.every((one) => holds(one, value, isText));
    case 'any':
      return assertion.of.some((one) => holds(one, value, isText));
    // Nothing is said of an empty list, and nothing said is never a pass.
    case 'each':
      return (
        Array.isArray(value) &&
        value.length > 0 &&
        value.every((one) => holds(assertion.of, one, isText))
      );
    case 'some':
      return Array.isArray(value) && value.some((one) => holds(assertion.of, one, isText));
    default:
      return assertion satisfies never;
  }
}
