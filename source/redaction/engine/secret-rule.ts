import type {Span} from './spans.ts';

/** A word of a rule as it stands in the text. */
export interface Hit {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/**
 * One way in which a secret gives itself away. It is asked only where one of its words stands, so
 * what it costs follows from how often that is.
 */
export interface Rule {
  /** In small letters; a secret that the rule knows has one of them in it or near it. */
  readonly words: readonly string[];
  readonly find: (hit: Hit) => readonly Span[];
  /** Looks at the whole line, so once for each line is enough. */
  readonly isOfLine?: boolean;
}

/** What a pattern looks at of a line, in characters before and after the word. */
const lineBefore = 400;
const lineAfter = 1600;

function isWordCharacter(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}

/** True where a word begins: no letter and no digit stands before it. */
export function isAtStart(text: string, at: number): boolean {
  return at === 0 || !isWordCharacter(text.charCodeAt(at - 1));
}

/** The groups of a match whose names begin with `secret`, else the whole match. */
function spansOf(match: RegExpExecArray, offset: number, kind: string): Span[] {
  const groups = Object.entries(match.indices?.groups ?? {}).filter(([name]) =>
    name.startsWith('secret'),
  );
  if (groups.length === 0)
    return [{start: offset + match.index, end: offset + match.index + match[0].length, kind}];
  return groups.flatMap(([, place]) =>
    place ? [{start: offset + place[0], end: offset + place[1], kind}] : [],
  );
}

/** A secret that begins with its word. The pattern has the flags `dy`. */
export function token(kind: string, words: readonly string[], pattern: RegExp): Rule {
  return {
    words,
    find({text, start}) {
      if (!isAtStart(text, start)) return [];
      pattern.lastIndex = start;
      const match = pattern.exec(text);
      return match ? spansOf(match, 0, kind) : [];
    },
  };
}

/** What stands in some lines from the word on. The pattern has the flags `dy`. */
export function block(kind: string, words: readonly string[], pattern: RegExp): Rule {
  return {
    words,
    find({text, start}) {
      pattern.lastIndex = start;
      const match = pattern.exec(text);
      return match ? spansOf(match, 0, kind) : [];
    },
  };
}

/** Where the line begins that a place is in, or the part of it that is looked at. */
export function startOfLine(text: string, at: number): number {
  const first = Math.max(0, at - lineBefore);
  for (let index = at; index > first; index -= 1) if (text[index - 1] === '\n') return index;
  return first;
}

/** Where it ends. */
export function endOfLine(text: string, at: number): number {
  const last = Math.min(text.length, at + lineAfter);
  for (let index = at; index < last; index += 1) if (text[index] === '\n') return index;
  return last;
}

/** What stands in the line of the word, before or after it. The pattern has the flags `dg`. */
export function inLine(kind: string, words: readonly string[], pattern: RegExp): Rule {
  return {
    words,
    isOfLine: true,
    find({text, start, end}) {
      const from = startOfLine(text, start);
      const line = text.slice(from, endOfLine(text, end));
      return [...line.matchAll(pattern)].flatMap((match) => spansOf(match, from, kind));
    },
  };
}
