import {goFloat, type GoValue, isList, isMap, isNumber} from '../values/go-value.ts';
import {MatchError, type Matcher, NotSupported} from './matcher.ts';

/** JSON as goss has it: every number a float. */
function goValue(value: unknown): GoValue {
  if (typeof value === 'number') {
    return goFloat(value);
  }
  if (Array.isArray(value)) {
    return value.map(goValue);
  }
  if (typeof value === 'object' && value !== null) {
    return new Map(Object.entries(value).map(([key, one]) => [key, goValue(one)]));
  }
  return typeof value === 'string' || typeof value === 'boolean' ? value : null;
}

/** Splits `a.b\.c|d` at dots and bars that are not escaped, inside brackets or quotes. */
function partsOf(path: string): string[] {
  const parts: string[] = [];
  let part = '';
  let depth = 0;
  let isQuoted = false;
  for (let at = 0; at < path.length; at += 1) {
    const sign = path.charAt(at);
    if (sign === '\\') {
      part += sign + path.charAt(at + 1);
      at += 1;
    } else if ((sign === '.' || sign === '|') && depth === 0 && !isQuoted) {
      parts.push(part);
      part = '';
    } else {
      isQuoted = sign === '"' ? !isQuoted : isQuoted;
      depth += isQuoted ? 0 : sign === '(' ? 1 : sign === ')' ? -1 : 0;
      part += sign;
    }
  }
  return [...parts, part];
}

function unescaped(text: string): string {
  return text.replace(/\\(?<kept>.)/gs, '$<kept>');
}

function literal(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`);
}

/** A key with `*` and `?` in it, as a test. */
function wildcard(part: string): RegExp | undefined {
  if (!/(?<!\\)[*?]/.test(part)) {
    return undefined;
  }
  const source = part.replace(
    /\\(?<kept>.)|(?<sign>[*?])|(?<other>[^\\*?])/gs,
    (whole, kept, sign) =>
      sign === undefined
        ? literal(kept === undefined ? whole : String(kept))
        : sign === '*'
          ? '.*'
          : '.',
  );
  return new RegExp(`^${source}$`, 's');
}

const condition =
  /^#\((?<key>[^=!<>%]*?)(?:(?<how>==|=|!=|<=|>=|<|>|!%|%)(?<what>.*))?\)(?<all>#?)$/s;

function compared(value: GoValue, how: string, what: string): boolean {
  let wanted: unknown;
  try {
    wanted = JSON.parse(what);
  } catch {
    wanted = what;
  }
  const plain = isNumber(value) ? value.number : value;
  if (how === '%' || how === '!%') {
    const pattern = wildcard(String(wanted)) ?? new RegExp(`^${literal(String(wanted))}$`, 's');
    return (typeof plain === 'string' && pattern.test(plain)) === (how === '%');
  }
  if (how === '=' || how === '==' || how === '!=') {
    return (plain === wanted) === (how !== '!=');
  }
  const isOrdered =
    (typeof plain === 'number' && typeof wanted === 'number') ||
    (typeof plain === 'string' && typeof wanted === 'string');
  if (!isOrdered) {
    return false;
  }
  const [one, other] = [plain, wanted] as readonly [number, number];
  return how === '<'
    ? one < other
    : how === '<='
      ? one <= other
      : how === '>'
        ? one > other
        : one >= other;
}

function modified(value: GoValue, name: string, path: string): GoValue | undefined {
  switch (name) {
    case '@this':
    case '@valid':
    case '@ugly':
    case '@pretty':
      return value;
    case '@reverse':
      return isList(value)
        ? value.toReversed()
        : isMap(value)
          ? new Map([...value].toReversed())
          : value;
    case '@keys':
      return isMap(value) ? [...value.keys()] : isList(value) ? value.map(() => null) : [];
    case '@values':
      return isMap(value) ? [...value.values()] : isList(value) ? value : [value];
    case '@flatten':
      return isList(value) ? value.flatMap((one) => (isList(one) ? one : [one])) : value;
    default:
      throw new NotSupported(
        `this program does not know "${name}" of the gjson path "${path}"; check it with goss, or with jq in a command`,
      );
  }
}

/** The value at a path of gjson; undefined when there is none. @throws NotSupported */
function valueAt(value: GoValue, parts: readonly string[], path: string): GoValue | undefined {
  const [part, ...rest] = parts;
  if (part === undefined) {
    return value;
  }
  if (part.startsWith('@')) {
    const made = modified(value, part, path);
    return made === undefined ? undefined : valueAt(made, rest, path);
  }
  if (/^[[{!]/.test(part)) {
    throw new NotSupported(
      `this program does not read the gjson path "${path}" from "${part}" on; check it with goss, or with jq in a command`,
    );
  }
  if (isMap(value)) {
    const pattern = wildcard(part);
    const key = pattern ? [...value.keys()].find((one) => pattern.test(one)) : unescaped(part);
    const found = key === undefined ? undefined : value.get(key);
    return found === undefined ? undefined : valueAt(found, rest, path);
  }
  if (!isList(value)) {
    return undefined;
  }
  if (part === '#') {
    return rest.length === 0
      ? goFloat(value.length)
      : value.flatMap((one) => valueAt(one, rest, path) ?? []);
  }
  const {key, how, what = '', all = ''} = condition.exec(part)?.groups ?? {};
  if (key !== undefined) {
    const isRight = (one: GoValue) => {
      const found = key === '' ? one : valueAt(one, partsOf(key), path);
      return found !== undefined && (how === undefined || compared(found, how, what.trim()));
    };
    if (all === '#') {
      const found = value.filter(isRight);
      return rest.length === 0 ? found : found.flatMap((one) => valueAt(one, rest, path) ?? []);
    }
    const first = value.find(isRight);
    return first === undefined ? undefined : valueAt(first, rest, path);
  }
  const found = /^\d+$/.test(part) ? value[Number(part)] : undefined;
  return found === undefined ? undefined : valueAt(found, rest, path);
}

/** One path of `gjson`: the matcher looks at what is there. */
export function atGjsonPath(path: string, matcher: Matcher): Matcher {
  const parts = partsOf(path);
  return {
    words: `${path} ${matcher.words}`,
    matches(value) {
      if (typeof value !== 'string') {
        throw new MatchError('gjson looks at text');
      }
      let data: unknown;
      try {
        data = JSON.parse(value);
      } catch {
        throw new MatchError('the text is not JSON');
      }
      const found = valueAt(goValue(data), parts, path);
      if (found === undefined) {
        throw new MatchError(`there is nothing at ${path}`);
      }
      return matcher.matches(found);
    },
  };
}
