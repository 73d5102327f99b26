/** What a number counts. Numbers and per cents compare with each other, nothing else mixes. */
export type Dimension = 'number' | 'percent' | 'duration' | 'size';

const mark = Symbol('amount');

/** A number with its dimension: durations in milliseconds, sizes in bytes. */
export interface Amount {
  readonly [mark]: true;
  readonly value: number;
  readonly dimension: Dimension;
  /** The number to its last digit, where `value` could only be near it. */
  readonly exact?: bigint;
}

const units: Readonly<Record<string, readonly [number, Dimension]>> = {
  '': [1, 'number'],
  '%': [1, 'percent'],
  ms: [1, 'duration'],
  s: [1000, 'duration'],
  m: [60_000, 'duration'],
  h: [3_600_000, 'duration'],
  d: [86_400_000, 'duration'],
  B: [1, 'size'],
  KB: [1e3, 'size'],
  MB: [1e6, 'size'],
  GB: [1e9, 'size'],
  TB: [1e12, 'size'],
  KiB: [2 ** 10, 'size'],
  MiB: [2 ** 20, 'size'],
  GiB: [2 ** 30, 'size'],
  TiB: [2 ** 40, 'size'],
};

export const unitWords = Object.keys(units).filter(Boolean);

/** As df -h, ls -lh and free -h write sizes, and Kubernetes its own: powers of 1024. */
const shortUnits: Readonly<Record<string, readonly [number, Dimension]>> = Object.fromEntries(
  ['K', 'M', 'G', 'T', 'P', 'E'].flatMap((letter, index) =>
    [letter, `${letter}i`].map((unit) => [unit, [2 ** (10 * (index + 1)), 'size'] as const]),
  ),
);

function unitOf(word: string): readonly [number, Dimension] | undefined {
  const table = Object.hasOwn(units, word) ? units : shortUnits;
  return Object.hasOwn(table, word) ? table[word] : undefined;
}

export function amount(value: number, dimension: Dimension = 'number'): Amount {
  return {[mark]: true, value, dimension};
}

export function isAmount(value: unknown): value is Amount {
  return typeof value === 'object' && value !== null && mark in value;
}

const written = /^(?<number>[+-]?[\d.,'’\u00A0\u202F]+(?:e[+-]?\d+)?)\s*(?<unit>[A-Za-z%]*)$/;

/** How people and programs write numbers, and the sign between groups of three digits, if any. */
const notations: readonly (readonly [RegExp, RegExp | undefined])[] = [
  [/^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/, undefined],
  [/^[+-]?[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?$/, /,/g],
  [/^[+-]?[1-9]\d{0,2}(?:(?:\.\d{3})+,\d+|(?:\.\d{3}){2,})$/, /\./g],
  [/^[+-]?[1-9]\d{0,2}(?:['’\u00A0\u202F]\d{3})+(?:[.,]\d+)?$/, /['’\u00A0\u202F]/g],
  [/^[+-]?\d+,\d+$/, undefined],
];

/** A number as JavaScript reads it, or undefined when it is written like none. */
function plainNumber(number: string): string | undefined {
  const notation = notations.find(([form]) => form.test(number));
  if (!notation) return undefined;
  const [, between] = notation;
  return (between ? number.replace(between, '') : number).replace(',', '.');
}

/** The exact value of a whole number that no `number` can hold. */
function exactly(digits: string): {readonly exact: bigint} | undefined {
  return /^[+-]?\d{16,}$/.test(digits) && !Number.isSafeInteger(Number(digits))
    ? {exact: BigInt(digits.replace(/^\+/, ''))}
    : undefined;
}

/**
 * Reads `500ms`, `1.5 GiB`, `80%` or `200`, and numbers as `df -h` and people write them: `12G`,
 * `1,024`, `3,5`. Undefined when it is not a number with a known unit.
 */
export function parseAmount(input: unknown): Amount | undefined {
  if (typeof input === 'number') return Number.isFinite(input) ? amount(input) : undefined;
  if (typeof input === 'bigint') return {...amount(Number(input)), exact: input};
  const {number = '', unit = ''} =
    typeof input === 'string' ? (written.exec(input.trim())?.groups ?? {}) : {};
  const digits = plainNumber(number);
  const known = unitOf(unit);
  if (digits === undefined || !known) return undefined;
  const exact = unit === '' ? exactly(digits) : undefined;
  return {...amount(Number(digits) * known[0], known[1]), ...exact};
}

/** The unit that was written after a number, if what is written looks like a number with one. */
export function writtenUnit(input: unknown): string | undefined {
  return typeof input === 'string' ? written.exec(input.trim())?.groups?.['unit'] : undefined;
}

function rounded(value: number): string {
  return String(value < 100 ? Number(value.toPrecision(3)) : Math.round(value));
}

/** Milliseconds as a person says them: `43 ms`, `1.2 s`, `5 min 3 s`. */
export function formatDuration(milliseconds: number): string {
  if (milliseconds < 999.5)
    return `${rounded(milliseconds < 10 ? milliseconds : Math.round(milliseconds))} ms`;
  const seconds = milliseconds / 1000;
  if (seconds < 59.95) return `${rounded(seconds)} s`;
  const parts: readonly (readonly [number, string])[] = [
    [86_400, 'd'],
    [3600, 'h'],
    [60, 'min'],
    [1, 's'],
  ];
  let rest = Math.round(seconds);
  const words: string[] = [];
  for (const [length, name] of parts) {
    const count = Math.floor(rest / length);
    rest -= count * length;
    if (count > 0) words.push(`${count} ${name}`);
  }
  return words.slice(0, 2).join(' ');
}

/** Bytes as a person says them, in powers of 1024: `512 B`, `1.5 MiB`. */
export function formatBytes(bytes: number): string {
  const names = ['B', 'KiB', 'MiB', 'GiB', 'TiB'];
  let value = bytes;
  let step = 0;
  while (value >= 1024 && step < names.length - 1) {
    value /= 1024;
    step += 1;
  }
  return `${step === 0 ? value : rounded(value)} ${names[step] ?? ''}`;
}

export function formatAmount({value, dimension, exact}: Amount): string {
  if (exact !== undefined) return String(exact);
  if (dimension === 'duration') return formatDuration(value);
  if (dimension === 'size') return formatBytes(value);
  return dimension === 'percent' ? `${value}%` : String(value);
}
