import {nearest} from '../../nearest.ts';
import {
  assertionWords,
  comparisons,
  type Assertion,
  type AssertionWord,
  type Comparison,
} from './assertion.ts';
import {
  parseContains,
  parseEquals,
  parseMatches,
  parseNumber,
  parseScalar,
  type Place,
} from './parse-values.ts';

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isWord(word: string): word is AssertionWord {
  return (assertionWords as readonly string[]).includes(word);
}

function isComparison(word: AssertionWord): word is Comparison {
  return (comparisons as readonly string[]).includes(word);
}

function parseList(input: unknown, place: Place, word: string): Assertion[] | undefined {
  if (!Array.isArray(input) || input.length === 0) {
    place.report({path: place.path, message: `"${word}" takes a list with at least one entry.`});
    return undefined;
  }
  const parsed = input.map((entry: unknown, index) =>
    parseAssertion(entry, {...place, path: place.path.concat(index)}),
  );
  return parsed.every((entry) => entry !== undefined) ? parsed : undefined;
}

function parseWord(word: AssertionWord, input: unknown, place: Place): Assertion | undefined {
  if (isComparison(word)) {
    if (place.shape === 'flag') {
      place.report({path: place.path, message: `"${place.subject}" is either true or false.`});
      return undefined;
    }
    const than = parseNumber(input, place);
    return than && {type: 'compares', how: word, than};
  }
  switch (word) {
    case 'equals':
      return parseEquals(input, place);
    case 'matches':
      return parseMatches(input, place);
    case 'contains':
      return parseContains(input, place);
    case 'not': {
      const of = parseAssertion(input, place);
      return of && {type: 'not', of};
    }
    case 'one_of': {
      const of = parseList(input, place, word);
      return of && {type: 'any', of};
    }
    case 'all':
    case 'any': {
      if (Array.isArray(input)) {
        const of = parseList(input, place, word);
        return of && {type: word, of};
      }
      const entry = place.shape === 'list' ? ({...place, shape: 'text'} as const) : place;
      const of = parseAssertion(input, entry);
      return of && {type: word === 'all' ? 'each' : 'some', of};
    }
    case 'length':
      return parseLength(input, place);
    case 'count':
      return parseCount(input, place);
    default:
      return word satisfies never;
  }
}

/** A statement about a number of things. */
function parseQuantity(input: unknown, place: Place, word: string): Assertion | undefined {
  const {path, report} = place;
  return parseAssertion(input, {subject: word, shape: 'number', path, report});
}

function hasParts({shape}: Place): boolean {
  return shape === 'text' || shape === 'list' || shape === 'json';
}

function parseLength(input: unknown, place: Place): Assertion | undefined {
  if (!hasParts(place)) {
    const message = `"${place.subject}" is one value, so it has no length.`;
    place.report({path: place.path, isAtKey: true, message});
    return undefined;
  }
  const is = parseQuantity(input, place, 'length');
  return is && {type: 'length', is};
}

function parseCount(input: unknown, place: Place): Assertion | undefined {
  const {path, report, subject, shape} = place;
  if (!hasParts(place)) {
    report({
      path,
      isAtKey: true,
      message: `"${subject}" is one value, so nothing is to be counted.`,
    });
    return undefined;
  }
  const keys = isMap(input) ? Object.keys(input).toSorted().join() : '';
  if (!isMap(input) || keys !== 'is,of') {
    report({
      path,
      message: '"count" takes {of: …, is: …}, such as {of: /Running/, is: {at_least: 3}}.',
    });
    return undefined;
  }
  const entry = shape === 'list' ? ({...place, shape: 'text'} as const) : place;
  const of = parseAssertion(input['of'], {...entry, path: path.concat('of')});
  const is = parseQuantity(input['is'], {...place, path: path.concat('is')}, 'count');
  return of && is && {type: 'count', of, is};
}

/**
 * Reads what stands for one subject in `expect` or `warn`: a bare value that must be equal, `/…/` to
 * match, or a map of the vocabulary's words, all of which must hold. Reports every problem and then
 * gives undefined.
 */
export function parseAssertion(input: unknown, place: Place): Assertion | undefined {
  const {path, report, subject} = place;
  if (Array.isArray(input)) {
    if (place.shape === 'json') return {type: 'equals', value: input};
    if (place.shape === 'list') return parseEquals(input, place);
    report({path, message: `"${subject}" has one value. Say one_of: […] or all: […] with a list.`});
    return undefined;
  }
  if (!isMap(input)) return parseScalar(input as string | number | bigint | boolean | null, place);
  const entries = Object.entries(input);
  if (entries.length === 0) {
    report({path, message: `Nothing is said about "${subject}".`});
    return undefined;
  }
  const parsed = entries.map(([word, value]) => {
    const at = path.concat(word);
    if (isWord(word)) return parseWord(word, value, {...place, path: at});
    report({
      path: at,
      isAtKey: true,
      message: `Unknown word "${word}". Known words: ${assertionWords.join(' ')}.`,
      suggestion: nearest(word, assertionWords),
    });
    return undefined;
  });
  const [first] = parsed;
  if (!parsed.every((entry) => entry !== undefined)) return undefined;
  return parsed.length === 1 ? first : {type: 'all', of: parsed};
}
