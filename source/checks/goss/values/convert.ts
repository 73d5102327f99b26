import {
  type GoValue,
  goFloat,
  type GoNumber,
  isList,
  isMap,
  isNumber,
  isStrings,
} from './go-value.ts';

/** Why a value cannot be made into what a matcher looks at. */
export class Unconvertible extends Error {
  override name = 'Unconvertible';
}

/** A number as Go's `%v` prints it: exponents from 1e21 on and below 1e-4. */
function numberText({number, isFloat}: GoNumber): string {
  if (!Number.isFinite(number)) {
    return Number.isNaN(number) ? 'NaN' : number > 0 ? '+Inf' : '-Inf';
  }
  const size = Math.abs(number);
  if (!isFloat || number === 0 || (size >= 1e-4 && size < 1e21)) {
    return Number.isInteger(number) ? BigInt(number).toString() : String(number);
  }
  return number
    .toExponential()
    .replace(
      /e(?<sign>[+-])(?<digit>\d)$/,
      (_all, sign: string, digit: string) => `e${sign}0${digit}`,
    );
}

/** Any value as Go's `%v` prints it. */
export function printed(value: GoValue): string {
  if (value === null) {
    return '<nil>';
  }
  if (typeof value !== 'object') {
    return String(value);
  }
  if (isNumber(value)) {
    return numberText(value);
  }
  if (isMap(value)) {
    const keys = [...value.keys()].sort();
    return `map[${keys.map((key) => `${key}:${printed(value.get(key) ?? null)}`).join(' ')}]`;
  }
  const entries = isStrings(value) ? value.strings : isList(value) ? value : [];
  return `[${entries.map(printed).join(' ')}]`;
}

/** A value as the matchers of text see it: lists are lines. */
export function asText(value: GoValue): string {
  if (isStrings(value)) {
    return value.strings.join('\n');
  }
  return isList(value) ? value.map(printed).join('\n') : printed(value);
}

const decimal = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;
const infinite = /^(?<sign>[+-]?)inf(?:inity)?$/i;

function parsed(text: string): number {
  const trimmed = text.trim();
  if (decimal.test(trimmed)) {
    return Number(trimmed);
  }
  const sign = infinite.exec(trimmed)?.groups?.['sign'];
  if (sign !== undefined) {
    return sign === '-' ? -Infinity : Infinity;
  }
  if (/^nan$/i.test(trimmed)) {
    return NaN;
  }
  throw new Unconvertible(`${JSON.stringify(text.slice(0, 80))} is no number`);
}

/** A value as the matchers of numbers see it. @throws Unconvertible */
export function asNumber(value: GoValue): GoNumber {
  if (isNumber(value)) {
    return value;
  }
  if (typeof value === 'string') {
    return goFloat(parsed(value));
  }
  if (isStrings(value)) {
    return goFloat(parsed(value.strings.join('\n')));
  }
  throw new Unconvertible('a number was expected');
}
