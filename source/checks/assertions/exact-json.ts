import type {Data} from './json-pick.ts';

/** Only a whole number of so many digits may be too long for `number`. */
const longNumber = /\d{16}/;

type Reviver = (key: string, value: unknown, context: {readonly source?: string}) => unknown;

/** The types do not know yet that a reviver is given the source of a value. */
const parseWith = JSON.parse as (text: string, reviver?: Reviver) => unknown;

function exactly(_key: string, value: unknown, {source = ''}: {readonly source?: string}): unknown {
  return typeof value === 'number' && !Number.isSafeInteger(value) && /^-?\d+$/.test(source)
    ? BigInt(source)
    : value;
}

/** The data of a JSON text with every digit of its whole numbers. @throws SyntaxError */
export function parseJson(text: string): Data {
  const plain: unknown = JSON.parse(text);
  return {plain, exact: longNumber.test(text) ? parseWith(text, exactly) : plain};
}

/** The same data with numbers near those that are too long, as JavaScript usually has them. */
export function rounded(value: unknown): unknown {
  if (typeof value === 'bigint') return Number(value);
  if (Array.isArray(value)) return value.map(rounded);
  return typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.entries(value).map(([key, one]) => [key, rounded(one)]))
    : value;
}

/** Whole numbers as `number` where that holds them. */
export function shortened(value: unknown): unknown {
  if (typeof value === 'bigint')
    return BigInt(Number(value)) === value && Number.isSafeInteger(Number(value))
      ? Number(value)
      : value;
  if (Array.isArray(value)) return value.map(shortened);
  return typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.entries(value).map(([key, one]) => [key, shortened(one)]))
    : value;
}

export function mayHoldLongNumbers(text: string): boolean {
  return longNumber.test(text);
}
