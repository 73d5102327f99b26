/** What a number counts. Numbers and per cents compare with each other, nothing else mixes. */
export type Dimension = 'number' | 'percent' | 'duration' | 'size';

const mark = Symbol('amount');

/** A number with its dimension: durations in milliseconds, sizes in bytes. */
export interface Amount {
  readonly [mark]: true;
  readonly value: number;
  readonly dimension: Dimension;
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

export function amount(value: number, dimension: Dimension = 'number'): Amount {
  return {[mark]: true, value, dimension};
}

export function isAmount(value: unknown): value is Amount {
  return typeof value === 'object' && value !== null && mark in value;
}

const written = /^(?<number>[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?)\s*(?<unit>[A-Za-z%]*)$/;

/** Reads `500ms`, `1.5 GiB`, `80%` or `200`; undefined when it is not a number with a known unit. */
export function parseAmount(input: unknown): Amount | undefined {
  if (typeof input === 'number') return Number.isFinite(input) ? amount(input) : undefined;
  const {number, unit = ''} =
    typeof input === 'string' ? (written.exec(input.trim())?.groups ?? {}) : {};
  const known = Object.hasOwn(units, unit) ? units[unit] : undefined;
  return number === undefined || !known ? undefined : amount(Number(number) * known[0], known[1]);
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

export function formatAmount({value, dimension}: Amount): string {
  if (dimension === 'duration') return formatDuration(value);
  if (dimension === 'size') return formatBytes(value);
  return dimension === 'percent' ? `${value}%` : String(value);
}
