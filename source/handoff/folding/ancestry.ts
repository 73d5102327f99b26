import type {Action} from '../changes/catalogue.ts';

/** What the writer of a line had seen. */
export interface Past {
  /** Every line before it in the order. */
  readonly isWhole: boolean;
  /** No line is missing of what it goes on from. */
  readonly isKnown: boolean;
  /**
   * The version by whose rules it was written. A program that has read a line of a newer version
   * writes none of an older one, so no line can claim to be older than what it goes on from.
   */
  readonly v: number;
  /** Indexes of the lines that it names. */
  readonly parents: readonly number[];
}

/** Who had seen what, of lines that are in order. */
export interface Ancestry {
  /** Takes the next line in. */
  readonly add: (action: Action) => Past;
  readonly seenBy: (index: number) => Seen;
}

/** All that the writer of a line had seen: every line before one, and some behind that. */
export interface Seen {
  readonly before: number;
  /** In order. */
  readonly behind: readonly number[];
}

export function createAncestry(): Ancestry {
  const pasts: Past[] = [];
  const indexes = new Map<string, number>();
  /** Lines that none goes on from yet. */
  let heads = new Set<number>();
  let newest = 0;

  /** What was never a line has seen all; so has, to be judged strictly, a line that names none. */
  function pastOf({v, seen = []}: Action): Past {
    const named = typeof seen === 'string' ? [seen] : seen;
    if (named.length === 0)
      return {
        isWhole: true,
        isKnown: true,
        v: pasts.length > 0 ? Math.max(v, newest) : v,
        parents: [...heads],
      };
    const parents = named.flatMap((hash) => indexes.get(hash) ?? []);
    const before = parents.flatMap((index) => pasts[index] ?? []);
    const isKnown = parents.length === named.length && before.every((past) => past.isKnown);
    return {
      isWhole: [...heads].every((head) => parents.includes(head)),
      isKnown,
      v: Math.max(v, ...(isKnown ? before.map((past) => past.v) : [newest])),
      parents,
    };
  }

  return {
    add(action) {
      const past = pastOf(action);
      const index = pasts.push(past) - 1;
      if (past.isWhole) heads = new Set();
      else for (const parent of past.parents) heads.delete(parent);
      heads.add(index);
      newest = Math.max(newest, past.v);
      if (action.hash !== undefined) indexes.set(action.hash, index);
      return past;
    },
    seenBy(index) {
      const seen = new Set<number>();
      let whole = 0;
      const open = [index];
      for (let next = open.pop(); next !== undefined; next = open.pop()) {
        const past = pasts[next];
        if (!past || seen.has(next)) continue;
        seen.add(next);
        // All that is before such a line has been seen with it.
        if (past.isWhole) whole = Math.max(whole, next);
        else open.push(...past.parents);
      }
      const behind = [...seen].filter((each) => each >= whole && each !== index);
      return {before: whole, behind: behind.toSorted((a, b) => a - b)};
    },
  };
}
