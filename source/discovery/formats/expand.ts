/** A variable's value, and whether it stands in a file whose values are not shown. */
export interface Variable {
  readonly value: string;
  readonly isHidden: boolean;
}

export type Variables = ReadonlyMap<string, Variable>;

export interface Expanded {
  /** With what is set. A variable that is not stays as it is written, `${TAG}`. */
  readonly text: string;
  /** The variables that decide it. */
  readonly names: readonly string[];
  /** A value in it comes from a file whose values are not shown. */
  readonly isHidden: boolean;
  /** A variable in it is not set, so nobody can tell here what it will be. */
  readonly isOpen: boolean;
  /** What it is when nobody sets anything, where a default is written. */
  readonly usual?: string;
}

const name = /^[A-Za-z_]\w*/;

/** Deeper than this nobody writes; a file that does is hostile. */
const deepest = 20;

/** Where the brace ends that was opened before `from`. */
function endOf(text: string, from: number): number {
  let depth = 1;
  for (let at = from; at < text.length; at++)
    if (text[at] === '$' && text[at + 1] === '$') at++;
    else if (text[at] === '$' && text[at + 1] === '{') {
      depth++;
      at++;
    } else if (text[at] === '}' && --depth === 0) return at;
  return -1;
}

interface Part {
  readonly text: string;
  readonly names: readonly string[];
  readonly isHidden: boolean;
  readonly isOpen: boolean;
}

const nothing: Part = {text: '', names: [], isHidden: false, isOpen: false};

function plain(text: string): Part {
  return {...nothing, text};
}

function join(parts: readonly Part[]): Part {
  return {
    text: parts.map(({text}) => text).join(''),
    names: [...new Set(parts.flatMap(({names}) => names))],
    isHidden: parts.some(({isHidden}) => isHidden),
    isOpen: parts.some(({isOpen}) => isOpen),
  };
}

function valueOf(variable: string, written: string, set: Variables): Part {
  const found = set.get(variable);
  if (!found) return {text: written, names: [variable], isHidden: false, isOpen: true};
  return {text: found.value, names: [variable], isHidden: found.isHidden, isOpen: false};
}

/** What `${…}` gives, by the rules of the Compose Specification, part "Interpolation". */
function braced(inner: string, set: Variables, depth: number): Part {
  const variable = name.exec(inner)?.[0];
  const written = `\${${inner}}`;
  if (variable === undefined) return plain(written);
  const [, colon = '', sign, rest = ''] =
    /^(:?)([-?+])([^]*)$/.exec(inner.slice(variable.length)) ?? [];
  const found = set.get(variable);
  const isThere = found !== undefined && (colon === '' || found.value !== '');
  const known = [variable];
  if (sign === '+') return isThere ? within(rest, set, depth) : {...nothing, names: known};
  if (sign === '-' && !isThere) {
    const usual = within(rest, set, depth);
    return {...usual, names: [...known, ...usual.names]};
  }
  if (sign === '?' && !isThere)
    return {...nothing, text: `\${${variable}}`, names: known, isOpen: true};
  return sign === undefined && inner.length > variable.length
    ? plain(written)
    : valueOf(variable, `\${${variable}}`, set);
}

function within(text: string, set: Variables, depth: number): Part {
  if (depth > deepest) return plain(text);
  const parts: Part[] = [];
  let at = 0;
  while (at < text.length) {
    const next = text.indexOf('$', at);
    if (next < 0) break;
    parts.push(plain(text.slice(at, next)));
    const bare = name.exec(text.slice(next + 1, next + 200))?.[0];
    if (text[next + 1] === '$') {
      parts.push(plain('$'));
      at = next + 2;
    } else if (text[next + 1] === '{') {
      const end = endOf(text, next + 2);
      if (end < 0) return join([...parts, plain(text.slice(next))]);
      parts.push(braced(text.slice(next + 2, end), set, depth + 1));
      at = end + 1;
    } else if (bare === undefined) {
      parts.push(plain('$'));
      at = next + 1;
    } else {
      parts.push(valueOf(bare, `\${${bare}}`, set));
      at = next + 1 + bare.length;
    }
  }
  return join([...parts, plain(text.slice(at))]);
}

/**
 * Puts variables into a text as Docker Compose does: `$X`, `${X}`, `${X-usual}` where X is not set,
 * `${X:-usual}` where it is empty as well, `${X+other}`, `${X:?said}`, nested, and `$$` for a dollar.
 */
export function expand(text: string, set: Variables): Expanded {
  const found = within(text, set, 0);
  if (found.names.length === 0) return found;
  const usual = within(text, new Map(), 0);
  return usual.isOpen || usual.text === text ? found : {...found, usual: usual.text};
}
