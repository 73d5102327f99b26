import {expectedLines, type ExpectedLine} from './read-pattern.ts';

/** A piece of what is told: as it stands in the output, or in words about it. */
export interface ToldPart {
  readonly text: string;
  readonly isExact: boolean;
}

const escapes: Readonly<Record<string, string>> = {
  d: 'a digit',
  w: 'a letter or digit',
  s: 'a blank',
  S: 'a character that is no blank',
};
const repeated: Readonly<Record<string, string>> = {
  d: 'a number',
  w: 'a word',
  s: 'blanks',
  S: 'a word',
};

const perhaps: Readonly<Record<string, string>> = {
  d: 'perhaps digits',
  w: 'perhaps letters or digits',
  S: 'perhaps a word',
};

const words = (text: string): ToldPart => ({text, isExact: false});
const exact = (text: string): ToldPart => ({text, isExact: true});

/** `[0-5]` and `[abc]`; nothing for what is more than that. */
function classWords(inner: string): string | undefined {
  const range = /^(?<from>[0-9a-zA-Z])-(?<to>[0-9a-zA-Z])$/u.exec(inner)?.groups;
  if (range) {
    const what = /\d/u.test(range['from'] ?? '') ? 'a digit' : 'a letter';
    return `${what} from ${range['from']} to ${range['to']}`;
  }
  return /^[\w .,:;%]+$/u.test(inner) && !inner.includes('-')
    ? `one of ${Array.from(inner).join(' ')}`
    : undefined;
}

/** The pieces of a pattern; the first that fits at a place is taken. */
const pieces: readonly (readonly [RegExp, (...groups: string[]) => ToldPart | undefined])[] = [
  [/^(?:\\s|\\h| )\*/u, () => words('perhaps blanks')],
  [/^(?: \+|\\s\+)/u, () => words('blanks')],
  [/^\.\*\??/u, () => words('anything')],
  [/^\.\+\??/u, () => words('something')],
  [/^\\b/u, () => undefined],
  [/^\\([dwS])\*/u, (letter = '') => words(perhaps[letter] ?? '')],
  [/^\\([dwsS])\+/u, (letter = '') => words(repeated[letter] ?? '')],
  [
    /^\\([dwsS])(?:\{(\d+)\})?(?![*?{])/u,
    (letter = '', times) =>
      words(times ? `${times} times ${escapes[letter] ?? ''}` : (escapes[letter] ?? '')),
  ],
  [/^\\([^A-Za-z0-9])(?![*+?{])/u, (sign = '') => exact(sign)],
  [
    /^\((?:\?:)?([\w %/:.-]+(?:\|[\w %/:.-]+)+)\)(?![*+?{])/u,
    (all = '') =>
      words(
        all
          .split('|')
          .map((one) => `"${one}"`)
          .join(' or '),
      ),
  ],
  [/^([^\\^$.*+?()[\]{}|])(?![*+?{])/u, (sign = '') => exact(sign)],
];
const setPiece = /^\[([^\]^\\]+)\](?<many>\+)?(?![*?{])/u;

function readPiece(rest: string): {readonly length: number; readonly part?: ToldPart} | undefined {
  const set = setPiece.exec(rest);
  if (set) {
    const told = classWords(set[1] ?? '');
    if (told === undefined) return undefined;
    return {
      length: set[0].length,
      part: words(set.groups?.['many'] ? `${told}, once or more` : told),
    };
  }
  for (const [expression, tell] of pieces) {
    const found = expression.exec(rest);
    if (!found) continue;
    const part = tell(...found.slice(1));
    return part ? {length: found[0].length, part} : {length: found[0].length};
  }
  return undefined;
}

/** Neighbours that are exact become one. */
function joined(parts: readonly ToldPart[]): ToldPart[] {
  const all: ToldPart[] = [];
  for (const part of parts) {
    const last = all.at(-1);
    if (last?.isExact && part.isExact) all[all.length - 1] = exact(last.text + part.text);
    else all.push(part);
  }
  return all;
}

/** A blank at the end of a text would not be seen. */
function withBlanks(part: ToldPart): ToldPart[] {
  const {text, isExact} = part;
  if (!isExact || text.trim() === text) return [part];
  const blank = words('a blank');
  if (text.trim() === '') return [blank];
  return [
    ...(text.startsWith(' ') ? [blank] : []),
    exact(text.trim()),
    ...(text.endsWith(' ') ? [blank] : []),
  ];
}

/** The pieces of a pattern in words; nothing where it is too clever for that. */
function piecesOf(source: string): readonly ToldPart[] | undefined {
  const parts: ToldPart[] = [];
  for (let rest = source; rest !== '';) {
    const piece = readPiece(rest);
    if (!piece) return undefined;
    if (piece.part) parts.push(piece.part);
    rest = rest.slice(piece.length);
  }
  const told = joined(parts).flatMap(withBlanks);
  return told.length > 0 && told.length <= 8 ? told : undefined;
}

function patternWords({text, source = '', flags = ''}: ExpectedLine): readonly ToldPart[] {
  const begins = source.startsWith('^');
  const ends = source.endsWith('$') && !source.endsWith('\\$');
  const parts = piecesOf(source.slice(begins ? 1 : 0, ends ? -1 : undefined));
  if (!parts) return [words('a line that matches'), exact(text)];
  const place = flags.includes('m') || (!begins && !ends) ? 'a line' : 'an output';
  const how = begins
    ? ends
      ? `${place} that is`
      : `${place} that begins with`
    : ends
      ? `${place} that ends with`
      : `${place} that contains`;
  const list = parts.flatMap((part, at) => (at === 0 ? [part] : [words(','), part]));
  return [
    words(how),
    ...list,
    ...(flags.includes('i') ? [words(', in small or capital letters')] : []),
  ];
}

/** What is expected in words, a list of pieces for each line. */
export function expectedWords(expected: string): readonly (readonly ToldPart[])[] {
  return expectedLines(expected).map((line) =>
    line.source === undefined
      ? [words('a line that contains'), exact(line.text)]
      : patternWords(line),
  );
}

/** The pieces as one text, what stands in the output in quotes. */
export function toldText(parts: readonly ToldPart[]): string {
  return parts
    .map(({text, isExact}) => (isExact ? (text.includes('"') ? text : `"${text}"`) : text))
    .join(' ')
    .replaceAll(/ +,/gu, ',');
}
