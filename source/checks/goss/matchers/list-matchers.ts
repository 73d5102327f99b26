import {Buffer} from 'node:buffer';
import {Unconvertible} from '../values/convert.ts';
import {entriesOf, goStrings, type GoValue, isMap, kindOfValue} from '../values/go-value.ts';
import {MatchError, type Matcher} from './matcher.ts';
import {mostPairs} from './pairing.ts';

function entries(value: GoValue, name: string): readonly GoValue[] {
  const found = entriesOf(value);
  if (!found) {
    throw new MatchError(`${name} looks at lists, and this is ${kindOfValue(value)}`);
  }
  return found;
}

/** Text becomes its lines, everything else stays. */
function asList(value: GoValue): GoValue {
  return typeof value === 'string' ? goStrings(value.split('\n')) : value;
}

function listed(matchers: readonly Matcher[]): string {
  return matchers.map(({words}) => words).join('; ');
}

/** `contain-elements`, or a bare list, which does not split text into lines. */
export function containElements(matchers: readonly Matcher[], isBare: boolean): Matcher {
  return {
    words: matchers.length === 0 ? 'any list' : `a list with entries that: ${listed(matchers)}`,
    matches(value) {
      const found = entries(isBare ? value : asList(value), 'contain-elements');
      return mostPairs(matchers, found) === matchers.length;
    },
  };
}

/** `consist-of`: these entries and no more, in whatever order. */
export function consistOf(matchers: readonly Matcher[]): Matcher {
  return {
    words: matchers.length === 0 ? 'an empty list' : `a list of exactly these: ${listed(matchers)}`,
    matches(value) {
      const found = entries(value, 'consist-of');
      return found.length === matchers.length && mostPairs(matchers, found) === matchers.length;
    },
  };
}

/** `contain-element`: an error counts only where no entry is right. */
export function containElement(matcher: Matcher): Matcher {
  return {
    words: `has an entry that ${matcher.words}`,
    matches(value) {
      let first: unknown;
      for (const entry of entries(asList(value), 'contain-element')) {
        try {
          if (matcher.matches(entry)) {
            return true;
          }
        } catch (error) {
          if (!(error instanceof MatchError || error instanceof Unconvertible)) {
            throw error;
          }
          first = error;
        }
      }
      if (first !== undefined) {
        throw first;
      }
      return false;
    },
  };
}

export function haveKey(matcher: Matcher): Matcher {
  return {
    words: `has a key that ${matcher.words}`,
    matches(value) {
      if (!isMap(value)) {
        throw new MatchError(`have-key looks at maps, and this is ${kindOfValue(value)}`);
      }
      return [...value.keys()].some((key) => matcher.matches(key));
    },
  };
}

/** Text is counted in bytes of UTF-8, as Go counts. */
export function haveLength(length: number): Matcher {
  return {
    words: `has length ${length}`,
    matches(value) {
      if (typeof value === 'string') {
        return Buffer.byteLength(value) === length;
      }
      return entries(value, 'have-len').length === length;
    },
  };
}
