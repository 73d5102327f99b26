import {Unconvertible} from '../values/convert.ts';
import {type GoValue} from '../values/go-value.ts';
import {MatchError, type Matcher} from './matcher.ts';

/** Whether a matcher takes an entry; an error of one entry is only a no. */
function takes({matches}: Matcher, value: GoValue): boolean {
  try {
    return matches(value);
  } catch (error) {
    if (error instanceof MatchError || error instanceof Unconvertible) {
      return false;
    }
    throw error;
  }
}

/**
 * The most matchers that can have an entry each of their own (a maximum matching by augmenting
 * paths): `[a, a]` wants two of them, and a wide matcher leaves the entry that a narrow one needs.
 */
export function mostPairs(matchers: readonly Matcher[], entries: readonly GoValue[]): number {
  const edges = matchers.map((matcher) =>
    entries.flatMap((entry, at) => (takes(matcher, entry) ? [at] : [])),
  );
  const owner = new Map<number, number>();

  function place(matcher: number, tried: Set<number>): boolean {
    for (const entry of edges[matcher] ?? []) {
      if (!tried.has(entry)) {
        tried.add(entry);
        const current = owner.get(entry);
        if (current === undefined || place(current, tried)) {
          owner.set(entry, matcher);
          return true;
        }
      }
    }
    return false;
  }

  return matchers.filter((_matcher, at) => place(at, new Set())).length;
}
