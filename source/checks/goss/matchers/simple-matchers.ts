import {asNumber, asText} from '../values/convert.ts';
import {
  goStrings,
  type GoNumber,
  type GoValue,
  isList,
  isSame,
  isStrings,
} from '../values/go-value.ts';
import {parseRange, parseVersion} from '../values/semver.ts';
import {MatchError, type Matcher, shown} from './matcher.ts';

/** A bare text. */
export function equalText(wanted: string): Matcher {
  return {
    words: wanted === '' ? 'is empty' : `equals ${JSON.stringify(wanted)}`,
    matches: (value) => asText(value) === wanted,
  };
}

/** `equal`, and a bare `true` or `false`: the same value of the same type. */
export function equalValue(wanted: GoValue): Matcher {
  return {
    words: `equals ${shown(wanted)}`,
    matches(value) {
      if (wanted === null && value === null) {
        throw new MatchError('goss does not compare nothing with nothing');
      }
      return isSame(wanted, value);
    },
  };
}

const comparisons = {
  eq: ['equals', (one: number, other: number) => one === other],
  gt: ['is above', (one: number, other: number) => one > other],
  ge: ['is at least', (one: number, other: number) => one >= other],
  lt: ['is below', (one: number, other: number) => one < other],
  le: ['is at most', (one: number, other: number) => one <= other],
} as const;

export function compare(how: keyof typeof comparisons, {number}: GoNumber): Matcher {
  const [word, holds] = comparisons[how];
  return {
    words: `${word} ${number}`,
    matches: (value) => holds(asNumber(value).number, number),
  };
}

export function onText(words: string, holds: (text: string) => boolean): Matcher {
  return {words, matches: (value) => holds(asText(value))};
}

/** `semver-constraint`: every version of a list, or the only one. @throws MatchError */
export function semverConstraint(constraint: string): Matcher {
  const isIn = parseRange(constraint);
  return {
    words: `is a version ${constraint}`,
    matches(value) {
      if (!isIn) {
        throw new MatchError(`"${constraint}" is no range of versions`);
      }
      const texts = isStrings(value)
        ? value.strings
        : isList(value)
          ? value
          : goStrings(typeof value === 'string' ? [value] : []).strings;
      const versions = texts.map((text) =>
        typeof text === 'string' ? parseVersion(text) : undefined,
      );
      if (versions.length === 0 || !versions.every((version) => version !== undefined)) {
        throw new MatchError('semver-constraint looks at versions such as 1.2.3');
      }
      return versions.every(isIn);
    },
  };
}

export function not(matcher: Matcher): Matcher {
  return {words: `not: ${matcher.words}`, matches: (value) => !matcher.matches(value)};
}

export function all(matchers: readonly Matcher[]): Matcher {
  return {
    words: matchers.map(({words}) => words).join(' and ') || 'anything',
    matches: (value) => matchers.every(({matches}) => matches(value)),
  };
}

export function any(matchers: readonly Matcher[]): Matcher {
  return {
    words: matchers.map(({words}) => words).join(' or ') || 'nothing at all',
    matches: (value) => matchers.some(({matches}) => matches(value)),
  };
}
