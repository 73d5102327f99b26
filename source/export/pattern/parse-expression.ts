/** A set of characters, for a bracket expression of POSIX: what stands between `[` and `]`. */
export interface CharacterSet {
  readonly isNegated: boolean;
  /** Single characters and ranges, each as one or two characters. */
  readonly ranges: readonly (readonly [from: string, to: string])[];
}

export type Atom =
  | {readonly type: 'literal'; readonly character: string}
  | {readonly type: 'any'}
  | {readonly type: 'set'; readonly set: CharacterSet}
  | {readonly type: 'start' | 'end' | 'boundary'}
  | {readonly type: 'group'; readonly alternatives: readonly Sequence[]};

export interface Term {
  readonly atom: Atom;
  /** As POSIX writes it: empty, `*`, `+`, `?` or `{2,3}`. */
  readonly quantifier: string;
}

export type Sequence = readonly Term[];

/** Thrown for what has no equal in POSIX; the message says what. */
export class NotCarriedError extends Error {
  override name = 'NotCarriedError';
}

const digits = [['0', '9']] as const;
const wordCharacters = [['A', 'Z'], ['a', 'z'], ...digits, ['_', '_']] as const;
const spaces = [' ', '\t', '\n', '\r', '\f', '\v'].map((one) => [one, one] as const);

const classes: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  d: digits,
  w: wordCharacters,
  s: spaces,
};

const controls: Readonly<Record<string, string>> = {n: '\n', r: '\r', t: '\t', f: '\f', v: '\v'};

/** Reads a regular expression of JavaScript, as far as POSIX can say the same. */
export function parseExpression({source, flags}: RegExp): readonly Sequence[] {
  let at = 0;

  function fail(what: string): never {
    throw new NotCarriedError(`${what} in /${source}/${flags} has no equal in POSIX tools`);
  }

  function escapedCharacter(): string {
    const letter = source[at + 1] ?? '';
    at += 2;
    if (Object.hasOwn(controls, letter)) return controls[letter] ?? '';
    const code = /^(?:x(?<hex>[0-9a-fA-F]{2})|u(?<unit>[0-9a-fA-F]{4}))/.exec(source.slice(at - 1));
    if (code) {
      at += code[0].length - 1;
      return String.fromCharCode(
        Number.parseInt(code.groups?.['hex'] ?? code.groups?.['unit'] ?? '', 16),
      );
    }
    return /[A-Za-z0-9]/.test(letter) ? fail(`\\${letter}`) : letter;
  }

  function set(): Atom {
    at += 1;
    const isNegated = source[at] === '^';
    at += isNegated ? 1 : 0;
    const ranges: (readonly [string, string])[] = [];
    while (at < source.length && source[at] !== ']') {
      const shorthand = source[at] === '\\' ? classes[source[at + 1] ?? ''] : undefined;
      if (shorthand) {
        ranges.push(...shorthand);
        at += 2;
        continue;
      }
      const from = character();
      if (source[at] === '-' && source[at + 1] !== ']' && at + 1 < source.length) {
        at += 1;
        ranges.push([from, character()]);
      } else ranges.push([from, from]);
    }
    at += 1;
    if (ranges.length === 0) fail(isNegated ? '[^]' : '[]');
    if (ranges.some((pair) => pair.some((one) => one > '\u007E')))
      fail('a set with other letters than those of ASCII');
    return {type: 'set', set: {isNegated, ranges}};
  }

  function character(): string {
    if (source[at] === '\\') return source[at + 1] === 'b' ? fail('[\\b]') : escapedCharacter();
    const one = source[at] ?? '';
    at += 1;
    return one;
  }

  function escape(): Atom {
    const letter = source[at + 1] ?? '';
    const lower = letter.toLowerCase();
    if (letter === 'b') {
      at += 2;
      return {type: 'boundary'};
    }
    const ranges = classes[lower];
    if (ranges) {
      at += 2;
      return {type: 'set', set: {isNegated: letter !== lower, ranges}};
    }
    return {type: 'literal', character: escapedCharacter()};
  }

  function group(): Atom {
    const head = /^\((?:\?:|\?<[A-Za-z_$][\w$]*>)?/.exec(source.slice(at))?.[0] ?? '(';
    at += head.length;
    if (source[at] === '?') fail(`(${source.slice(at, at + 2)}`);
    const found = alternatives();
    at += 1;
    return {type: 'group', alternatives: found};
  }

  function atom(): Atom {
    switch (source[at]) {
      case '\\':
        return escape();
      case '[':
        return set();
      case '(':
        return group();
      case '.':
        at += 1;
        return {type: 'any'};
      case '^':
        at += 1;
        return {type: 'start'};
      case '$':
        at += 1;
        return {type: 'end'};
      default: {
        const one = String.fromCodePoint(source.codePointAt(at) ?? 0);
        at += one.length;
        return {type: 'literal', character: one};
      }
    }
  }

  function quantifier(): string {
    const found = /^(?:[*+?]|\{\d+(?:,\d*)?\})/.exec(source.slice(at))?.[0] ?? '';
    at += found.length;
    // A lazy one finds less, but it finds it in the same texts.
    at += found !== '' && source[at] === '?' ? 1 : 0;
    return found;
  }

  function sequence(): Sequence {
    const terms: Term[] = [];
    while (at < source.length && source[at] !== '|' && source[at] !== ')') {
      const one = atom();
      terms.push({atom: one, quantifier: quantifier()});
    }
    return terms;
  }

  function alternatives(): readonly Sequence[] {
    const found = [sequence()];
    while (source[at] === '|') {
      at += 1;
      found.push(sequence());
    }
    return found;
  }

  if (/[sv]/.test(flags)) fail(`the flag "${flags.replace(/[^sv]/g, '')}"`);
  return alternatives();
}
