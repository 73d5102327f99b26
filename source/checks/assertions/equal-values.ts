import {parseAmount} from './amounts.ts';

type Numeric = number | bigint;

/** Compares by value, to the last digit: of 2^53 and 2^53 + 1 only one is equal to either. */
export function sameNumber(one: Numeric, other: Numeric): boolean {
  // oxlint-disable-next-line eqeqeq -- only the loose one compares `number` with `bigint`
  return one == other;
}

function isNumeric(value: unknown): value is Numeric {
  return typeof value === 'number' || typeof value === 'bigint';
}

/** A plain number, or the one that is written in a text. */
function numberIn(value: unknown): Numeric | undefined {
  if (isNumeric(value)) return value;
  const read = typeof value === 'string' ? parseAmount(value) : undefined;
  return read?.dimension === 'number' ? (read.exact ?? read.value) : undefined;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Whether two values of data are the same. Programs write numbers as text and text as numbers, so
 * `"5"` and `5` are; two texts are only when they are the same letter by letter.
 */
export function equalValues(one: unknown, other: unknown): boolean {
  if (isNumeric(one) || isNumeric(other)) {
    const [left, right] = [numberIn(one), numberIn(other)];
    return left !== undefined && right !== undefined && sameNumber(left, right);
  }
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((entry, at) => equalValues(entry, other[at]));
  if (!isRecord(one) || !isRecord(other)) return one === other;
  const keys = Object.keys(one);
  return (
    keys.length === Object.keys(other).length &&
    keys.every((key) => Object.hasOwn(other, key) && equalValues(one[key], other[key]))
  );
}
