import {nearest} from '../../../nearest.ts';
import {type Path, type Report} from '../../spec/report.ts';
import {asText} from '../values/convert.ts';
import {goFloat, type GoValue, isList, isMap, isNumber, kindOfValue} from '../values/go-value.ts';
import {type CompileExpression} from './expression.ts';
import {atGjsonPath} from './gjson.ts';
import {consistOf, containElement, containElements, haveKey, haveLength} from './list-matchers.ts';
import {MatchError, type Matcher, NotSupported} from './matcher.ts';
import {parsePattern, type LinePattern, scanText} from './patterns.ts';
import {
  all,
  any,
  compare,
  equalText,
  equalValue,
  not,
  onText,
  semverConstraint,
} from './simple-matchers.ts';

export interface MatcherPlace {
  readonly path: Path;
  readonly report: Report;
  readonly compile: CompileExpression;
}

const words =
  'equal have-prefix have-suffix match-regexp contain-substring have-len have-patterns have-key contain-element contain-elements not consist-of and or gt ge lt le semver-constraint xml gjson'.split(
    ' ',
  );

function wrong({path, report}: MatcherPlace, message: string, suggestion?: string): undefined {
  report({path, message, suggestion});
  return undefined;
}

function below(place: MatcherPlace, key: string | number): MatcherPlace {
  return {...place, path: place.path.concat(key)};
}

function text(word: string, value: GoValue, place: MatcherPlace): string | undefined {
  return typeof value === 'string'
    ? value
    : wrong(place, `"${word}" takes text, and this is ${kindOfValue(value)}.`);
}

function several(word: string, value: GoValue, place: MatcherPlace): Matcher[] | undefined {
  if (!isList(value)) {
    return wrong(place, `"${word}" takes a list, and this is ${kindOfValue(value)}.`);
  }
  const matchers = value.map((one, at) => parseMatcher(one, below(place, at)));
  return matchers.every((matcher) => matcher !== undefined) ? matchers : undefined;
}

/** Reads a list of patterns; reports every one that cannot be read. */
export function parsePatterns(
  value: readonly GoValue[],
  place: MatcherPlace,
): LinePattern[] | undefined {
  const patterns = value.map((one, at) => {
    const here = below(place, at);
    if (typeof one !== 'string') {
      const message = `A pattern is text, and this is ${kindOfValue(one)}. Put it in quotes.`;
      return wrong(here, message);
    }
    const pattern = parsePattern(one, place.compile);
    return typeof pattern === 'string'
      ? wrong(here, `This regular expression cannot be read: ${pattern}.`)
      : pattern;
  });
  return patterns.every((pattern) => pattern !== undefined) ? patterns : undefined;
}

function havePatterns(patterns: readonly LinePattern[]): Matcher {
  return {
    words: patterns.map((pattern) => pattern.words).join(' and ') || 'anything',
    matches(value) {
      const hits = scanText(patterns, asText(value));
      if (typeof hits === 'string') {
        throw new MatchError(hits);
      }
      return hits.every(({isMet}) => isMet);
    },
  };
}

function regexp(source: string, place: MatcherPlace): Matcher | undefined {
  const compiled = place.compile(source);
  return typeof compiled === 'string'
    ? wrong(place, `This regular expression cannot be read: ${compiled}.`)
    : onText(`matches /${source}/`, compiled);
}

function gjson(value: GoValue, place: MatcherPlace): Matcher | undefined {
  if (!isMap(value)) {
    return wrong(place, `"gjson" takes a map of paths, and this is ${kindOfValue(value)}.`);
  }
  const matchers = [...value].map(([path, one]) => {
    const matcher = parseMatcher(one, below(place, path));
    return matcher && atGjsonPath(path, matcher);
  });
  return matchers.every((matcher) => matcher !== undefined) ? all(matchers) : undefined;
}

function xml(value: GoValue, place: MatcherPlace): Matcher | undefined {
  if (!isMap(value) || !value.has('xpath') || !value.has('result')) {
    return wrong(place, '"xml" takes a map with "xpath" and "result".');
  }
  return {
    words: `has ${asText(value.get('result') ?? null)} at the XPath ${asText(value.get('xpath') ?? null)}`,
    matches() {
      throw new NotSupported(
        'this program does not read XPath; check it with goss, or with xmllint --xpath in a command',
      );
    },
  };
}

function parseWord(word: string, value: GoValue, place: MatcherPlace): Matcher | undefined {
  const one = () => parseMatcher(value, place);
  switch (word) {
    case 'equal':
      return equalValue(value);
    case 'have-prefix':
    case 'have-suffix':
    case 'contain-substring': {
      const part = text(word, value, place);
      if (part === undefined) {
        return undefined;
      }
      const shown = JSON.stringify(part);
      return word === 'have-prefix'
        ? onText(`begins with ${shown}`, (whole) => whole.startsWith(part))
        : word === 'have-suffix'
          ? onText(`ends with ${shown}`, (whole) => whole.endsWith(part))
          : onText(`contains ${shown}`, (whole) => whole.includes(part));
    }
    case 'match-regexp': {
      const source = text(word, value, place);
      return source === undefined ? undefined : regexp(source, place);
    }
    case 'semver-constraint': {
      const range = text(word, value, place);
      return range === undefined ? undefined : semverConstraint(range);
    }
    case 'have-len':
      return isNumber(value)
        ? haveLength(Math.trunc(value.number))
        : wrong(place, `"have-len" takes a number, and this is ${kindOfValue(value)}.`);
    case 'have-patterns': {
      if (!isList(value)) {
        return wrong(place, `"have-patterns" takes a list, and this is ${kindOfValue(value)}.`);
      }
      const patterns = parsePatterns(value, place);
      return patterns && havePatterns(patterns);
    }
    case 'have-key': {
      const matcher = one();
      return matcher && haveKey(matcher);
    }
    case 'contain-element': {
      if (!isMap(value) && typeof value !== 'string' && !isNumber(value)) {
        const message = `"contain-element" takes text, a number or a matcher, and this is ${kindOfValue(value)}.`;
        return wrong(place, message);
      }
      const matcher = one();
      return matcher && containElement(matcher);
    }
    case 'contain-elements': {
      const matchers = several(word, value, place);
      return matchers && containElements(matchers, false);
    }
    case 'consist-of': {
      const matchers = several(word, value, place);
      return matchers && consistOf(matchers);
    }
    case 'not': {
      const matcher = one();
      return matcher && not(matcher);
    }
    case 'and': {
      const matchers = several(word, value, place);
      return matchers && all(matchers);
    }
    case 'or': {
      const matchers = several(word, value, place);
      return matchers && any(matchers);
    }
    case 'gt':
    case 'ge':
    case 'lt':
    case 'le':
      return isNumber(value)
        ? compare(word, value)
        : wrong(place, `"${word}" takes a number, and this is ${kindOfValue(value)}.`);
    case 'gjson':
      return gjson(value, place);
    case 'xml':
      return xml(value, place);
    default: {
      const message = `goss has no matcher "${word}". It has: ${words.join(', ')}.`;
      place.report({path: place.path, isAtKey: true, message, suggestion: nearest(word, words)});
      return undefined;
    }
  }
}

/** Reads what stands for an attribute as goss does. Reports what is wrong and then gives undefined. */
export function parseMatcher(value: GoValue, place: MatcherPlace): Matcher | undefined {
  if (value === null) {
    return wrong(place, 'Nothing stands here; a value or a matcher is wanted.');
  }
  if (typeof value === 'string') {
    return equalText(value);
  }
  if (typeof value === 'boolean') {
    return equalValue(value);
  }
  if (isNumber(value)) {
    return compare('eq', value);
  }
  if (isList(value)) {
    const matchers = several('a list', value, place);
    return matchers && containElements(matchers, true);
  }
  if (!isMap(value)) {
    return wrong(place, 'A value or a matcher is wanted.');
  }
  const [entry, second] = value;
  if (!entry || second) {
    const list = [...value.keys()].map((key) => `"${key}"`).join(', ');
    const message = entry
      ? `One matcher is allowed here, and there are ${list}. Put them under "and".`
      : 'A map needs one matcher, such as {gt: 1}.';
    return wrong(place, message);
  }
  const [word, inner] = entry;
  return parseWord(word, inner, below(place, word));
}

/** A number that goss wants even where it is written as text (`uid: "0"`). */
export function numeric(value: GoValue): GoValue {
  return typeof value === 'string' && /^[+-]?\d+$/.test(value) ? goFloat(Number(value)) : value;
}
