import {
  NotCarriedError,
  parseExpression,
  type Atom,
  type CharacterSet,
  type Sequence,
  type Term,
} from './parse-expression.ts';

/** How a whole text is handed to grep as one line: this stands for its line ends. */
export const lineEndMark = '\u0001';

interface Dialect {
  /** What a line end of the text looks like to the tool. */
  readonly lineEnd: string;
  readonly start: string;
  readonly end: string;
}

/** Whether nothing of the pattern comes before or after. */
interface Edges {
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

const wordSet = 'A-Za-z0-9_';

function isWordCharacter(character: string): boolean {
  return /^\w$/.test(character);
}

/** Whether every character of a set is one of a word, or none is; undefined when both occur. */
function wordnessOf({isNegated, ranges}: CharacterSet): boolean | undefined {
  const isAllWord = ranges.every(([from, to]) => /^(?:[a-z]{2}|[A-Z]{2}|\d\d|__)$/.test(from + to));
  if (isAllWord) return isNegated ? undefined : true;
  const isNoneWord = ranges.every(([from, to]) => from === to && !isWordCharacter(from));
  return isNoneWord && !isNegated ? false : undefined;
}

/** Whether what stands at one end of a term is always a word character, or never; else undefined. */
function edgeOf(term: Term | undefined, isFirst: boolean): boolean | undefined {
  if (!term || /^(?:[*?]|\{0)/.test(term.quantifier)) return undefined;
  const {atom} = term;
  switch (atom.type) {
    case 'literal':
      return isWordCharacter(atom.character);
    case 'set':
      return wordnessOf(atom.set);
    case 'group': {
      const edges = atom.alternatives.map((one) => edgeOf(isFirst ? one[0] : one.at(-1), isFirst));
      return edges.every((edge) => edge === edges[0]) ? edges[0] : undefined;
    }
    default:
      return undefined;
  }
}

function literal(character: string, {lineEnd}: Dialect): string {
  if (character === '\n') return lineEnd;
  return /[\\^$.*+?()[\]{}|]/.test(character) ? `\\${character}` : character;
}

function bracket({isNegated, ranges}: CharacterSet, {lineEnd}: Dialect): string {
  const mapped = ranges.map(([from, to]) =>
    [from, to].map((one) => (one === '\n' ? lineEnd : one)),
  );
  const singles = new Set(mapped.flatMap(([from, to]) => (from === to ? [from ?? ''] : [])));
  const spans = mapped.filter(([from, to]) => from !== to).map(([from, to]) => `${from}-${to}`);
  // POSIX: `]` comes first, `-` last, and `^` anywhere but first; a backslash is only itself.
  const plain = [...singles].filter((one) => !['', ']', '-', '^'].includes(one)).join('');
  const caret = singles.has('^') ? '^' : '';
  const inner = `${singles.has(']') ? ']' : ''}${spans.join('')}${plain}${caret}${singles.has('-') ? '-' : ''}`;
  if (inner === '^' && !isNegated) return String.raw`\^`;
  return `[${isNegated ? '^' : ''}${inner}]`;
}

/** A word boundary where the tool has none: the character beside it is part of what is found. */
function boundary(sequence: Sequence, at: number, isOutermost: boolean, source: string): string {
  const [before, after] = [edgeOf(sequence[at - 1], false), edgeOf(sequence[at + 1], true)];
  if (isOutermost && at === 0 && after === true) return `(^|[^${wordSet}])`;
  if (isOutermost && at === sequence.length - 1 && before === true) return `($|[^${wordSet}])`;
  if (before !== undefined && after !== undefined && before !== after) return '';
  throw new NotCarriedError(`\\b at this place in /${source}/ has no equal in POSIX tools`);
}

/**
 * The same as a regular expression of JavaScript, as an extended one of POSIX for ASCII bytes. With
 * `isWhole` the text comes as one line, in which `lineEndMark` stands for the ends of its lines.
 * @throws NotCarriedError for look-around, back references and the like.
 */
export function toExtended(expression: RegExp, isWhole: boolean): string {
  const isMultiline = expression.flags.includes('m');
  const lineEnd = isWhole ? lineEndMark : '\n';
  // With the flag m, a carriage return ends a line too.
  const ends = isWhole ? `[${lineEnd}\r]` : '\r';
  const dialect: Dialect = {
    lineEnd,
    start: isMultiline ? `(^|${ends})` : '^',
    end: isMultiline ? `(${ends}|$)` : '$',
  };

  /** Here the line end becomes part of what is found, so nothing may come before or after it. */
  function anchor(type: 'start' | 'end', isAtEdge: boolean): string {
    if (isMultiline && !isAtEdge) {
      const sign = type === 'start' ? '^' : '$';
      throw new NotCarriedError(
        `${sign} in the middle of /${expression.source}/m has no equal in POSIX tools`,
      );
    }
    return dialect[type];
  }

  function writeAtom(atom: Atom, edges: Edges): string {
    switch (atom.type) {
      case 'literal':
        return literal(atom.character, dialect);
      case 'any':
        return isWhole ? `[^${lineEnd}\r]` : '.';
      case 'set':
        return bracket(atom.set, dialect);
      case 'start':
        return anchor('start', edges.isFirst);
      case 'end':
        return anchor('end', edges.isLast);
      case 'group':
        return `(${atom.alternatives.map((one) => writeSequence(one, false, edges)).join('|')})`;
      case 'boundary':
        throw new Error('A boundary is written with its neighbours.');
      default:
        return atom satisfies never;
    }
  }

  function writeTerm({atom, quantifier}: Term, edges: Edges): string {
    // oxlint-disable-next-line no-control-regex
    const isLong = atom.type === 'literal' && /[^\u0000-\u007F]/.test(atom.character);
    // What may be repeated has something before or after it.
    const own = quantifier === '' ? edges : {isFirst: false, isLast: false};
    const written = writeAtom(atom, own);
    return quantifier !== '' && isLong ? `(${written})${quantifier}` : `${written}${quantifier}`;
  }

  function writeSequence(sequence: Sequence, isOutermost: boolean, around: Edges): string {
    return sequence
      .map((term, at) =>
        term.atom.type === 'boundary'
          ? boundary(sequence, at, isOutermost, expression.source)
          : writeTerm(term, {
              isFirst: around.isFirst && at === 0,
              isLast: around.isLast && at === sequence.length - 1,
            }),
      )
      .join('');
  }

  const written = parseExpression(expression).map((one) =>
    writeSequence(one, true, {isFirst: true, isLast: true}),
  );
  return written.join('|');
}
