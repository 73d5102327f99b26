import {asText, printed} from '../values/convert.ts';
import {
  entriesOf,
  goInt,
  type GoValue,
  isList,
  isMap,
  isNumber,
  isSame,
  plain,
} from '../values/go-value.ts';
import {type CompileExpression} from '../matchers/expression.ts';

/** Where functions of a template find what is not in it. */
export interface TemplateSurroundings {
  /** What `.Vars` holds. */
  readonly variable: (name: string) => GoValue | undefined;
  readonly environment: (name: string) => string | undefined;
  readonly variableNames: readonly string[];
  readonly compile: CompileExpression;
  /** Reads a file and counts it as trusted content. */
  readonly readFile: (path: string) => Promise<string>;
}

export type TemplateFunction = (
  values: readonly GoValue[],
  surroundings: TemplateSurroundings,
) => GoValue | Promise<GoValue>;

/** Whether a value counts as true in Go's templates. */
export function isTrue(value: GoValue): boolean {
  if (isNumber(value)) {
    return value.number !== 0;
  }
  const entries = entriesOf(value);
  return entries ? entries.length > 0 : value !== null && value !== '' && value !== false;
}

function text(value: GoValue | undefined): string {
  return value === undefined ? '' : asText(value);
}

function number(value: GoValue | undefined): number {
  const read = value !== undefined && isNumber(value) ? value.number : Number(text(value));
  if (Number.isNaN(read)) {
    throw new TypeError(`${JSON.stringify(text(value))} is no number`);
  }
  return read;
}

function sameInTemplate(one: GoValue, other: GoValue): boolean {
  return isNumber(one) && isNumber(other) ? one.number === other.number : isSame(one, other);
}

function order(one: GoValue | undefined, other: GoValue | undefined): number {
  if (typeof one === 'string' && typeof other === 'string') {
    return one < other ? -1 : one > other ? 1 : 0;
  }
  return Math.sign(number(one) - number(other));
}

function entryAt(value: GoValue, key: GoValue): GoValue {
  const found = isMap(value) ? value.get(text(key)) : entriesOf(value)?.[number(key)];
  if (found === undefined && !isMap(value)) {
    throw new TypeError(`there is no entry ${text(key)}`);
  }
  return found ?? null;
}

function formatted([format, ...values]: readonly GoValue[]): string {
  let at = 0;
  return text(format).replace(
    /%(?:(?<verb>[svdqt])|(?<percent>%)|(?<other>.))/g,
    (whole, verb, percent) => {
      if (percent !== undefined) {
        return '%';
      }
      if (verb === undefined) {
        throw new TypeError(`this program does not know "${whole}" of printf`);
      }
      const value = values[at] ?? null;
      at += 1;
      return verb === 'q' ? JSON.stringify(printed(value)) : printed(value);
    },
  );
}

async function readTrimmed(path: string, {readFile}: TemplateSurroundings): Promise<string> {
  return (await readFile(path)).trim();
}

const logic: Readonly<Record<string, TemplateFunction>> = {
  and: (values) => values.find((value) => !isTrue(value)) ?? values.at(-1) ?? null,
  or: (values) => values.find(isTrue) ?? values.at(-1) ?? null,
  not: ([value = null]) => !isTrue(value),
  eq: ([first = null, ...others]) => others.some((other) => sameInTemplate(first, other)),
  ne: ([one = null, other = null]) => !sameInTemplate(one, other),
  lt: ([one, other]) => order(one, other) < 0,
  le: ([one, other]) => order(one, other) <= 0,
  gt: ([one, other]) => order(one, other) > 0,
  ge: ([one, other]) => order(one, other) >= 0,
  empty: ([value = null]) => !isTrue(value),
  default: ([fallback = null, value = null]) => (isTrue(value) ? value : fallback),
  coalesce: (values) => values.find(isTrue) ?? null,
  ternary: ([yes = null, no = null, condition = null]) => (isTrue(condition) ? yes : no),
};

const texts: Readonly<Record<string, TemplateFunction>> = {
  print: (values) => values.map(printed).join(''),
  println: (values) => `${values.map(printed).join(' ')}\n`,
  printf: (values) => formatted(values),
  toUpper: ([value]) => text(value).toUpperCase(),
  upper: ([value]) => text(value).toUpperCase(),
  toLower: ([value]) => text(value).toLowerCase(),
  lower: ([value]) => text(value).toLowerCase(),
  trim: ([value]) => text(value).trim(),
  trimPrefix: ([part, value]) =>
    text(value).startsWith(text(part)) ? text(value).slice(text(part).length) : text(value),
  trimSuffix: ([part, value]) =>
    text(value).endsWith(text(part)) && text(part) !== ''
      ? text(value).slice(0, -text(part).length)
      : text(value),
  quote: (values) => values.map((value) => JSON.stringify(printed(value))).join(' '),
  squote: (values) => values.map((value) => `'${printed(value)}'`).join(' '),
  replace: ([old, fresh, value]) => text(value).replaceAll(text(old), () => text(fresh)),
  contains: ([part, value]) => text(value).includes(text(part)),
  hasPrefix: ([part, value]) => text(value).startsWith(text(part)),
  hasSuffix: ([part, value]) => text(value).endsWith(text(part)),
  repeat: ([count, value]) => text(value).repeat(Math.min(10_000, Math.max(0, number(count)))),
  splitList: ([separator, value]) => text(value).split(text(separator)),
  join: ([separator, value = null]) =>
    (entriesOf(value) ?? [value]).map(printed).join(text(separator)),
  toJson: ([value = null]) => JSON.stringify(plain(value)),
  toString: ([value]: readonly GoValue[]) => text(value),
  regexMatch: ([pattern, value], {compile}) => {
    const compiled = compile(text(pattern));
    if (typeof compiled === 'string') {
      throw new TypeError(`the regular expression cannot be read: ${compiled}`);
    }
    return compiled(text(value));
  },
};

const others: Readonly<Record<string, TemplateFunction>> = {
  len: ([value = null]) =>
    goInt(typeof value === 'string' ? Buffer.byteLength(value) : (entriesOf(value)?.length ?? 0)),
  index: ([value = null, ...keys]) => keys.reduce<GoValue>(entryAt, value),
  mkSlice: (values) => values,
  list: (values) => values,
  first: ([value = null]) => entriesOf(value)?.[0] ?? null,
  last: ([value = null]) => entriesOf(value)?.at(-1) ?? null,
  has: ([wanted = null, value = null]) =>
    (entriesOf(value) ?? []).some((one) => sameInTemplate(one, wanted)),
  dict: (values) =>
    new Map(
      values.flatMap((key, at) =>
        at % 2 === 0 ? [[text(key), values[at + 1] ?? ''] as const] : [],
      ),
    ),
  get: ([value = null, key]) => (isMap(value) ? value.get(text(key)) : undefined) ?? '',
  hasKey: ([value = null, key]) => isMap(value) && value.has(text(key)),
  keys: ([value = null]) => (isMap(value) ? [...value.keys()].sort() : []),
  until: ([count]) =>
    Array.from({length: Math.min(10_000, number(count))}, (_one, at) => goInt(at)),
  add: (values) => goInt(values.reduce((sum, value) => sum + number(value), 0)),
  sub: ([one, other]) => goInt(number(one) - number(other)),
  int: ([value]) => goInt(Math.trunc(number(value))),
  getEnv: ([name, fallback = ''], {environment}) => environment(text(name)) || fallback,
  env: ([name], {environment}) => environment(text(name)) ?? '',
  readFile: async ([path], surroundings) => readTrimmed(text(path), surroundings),
  reverse: ([value = null]) => (isList(value) ? value.toReversed() : value),
};

/** The functions of Go's templates, of goss and of Sprig that are known here. */
export const functions: Readonly<Record<string, TemplateFunction>> = {
  ...logic,
  ...texts,
  ...others,
};
