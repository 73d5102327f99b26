/** Pairs of two sides, each thing in one pair at the most. */
export interface Pairing<Before, After> {
  readonly pair: (before: Before, after: After) => void;
  readonly afterOf: (before: Before) => After | undefined;
  readonly beforeOf: (after: After) => Before | undefined;
  readonly pairs: () => readonly (readonly [Before, After])[];
}

/** Begins without a pair; what is paired already stays as it is. */
export function createPairing<Before, After>(): Pairing<Before, After> {
  const forth = new Map<Before, After>();
  const back = new Map<After, Before>();
  return {
    pair(before, after) {
      if (forth.has(before) || back.has(after)) return;
      forth.set(before, after);
      back.set(after, before);
    },
    afterOf: (before) => forth.get(before),
    beforeOf: (after) => back.get(after),
    pairs: () => [...forth],
  };
}

/** Pairs what has the same key on both sides, in order; nothing has the key `undefined`. */
export function pairByKey<Before, After>(
  {pair, afterOf, beforeOf}: Pairing<Before, After>,
  [before, keyBefore]: readonly [readonly Before[], (one: Before) => string | undefined],
  [after, keyAfter]: readonly [readonly After[], (one: After) => string | undefined],
): void {
  const waiting = Map.groupBy(
    after.filter((one) => beforeOf(one) === undefined),
    keyAfter,
  );
  const next = new Map<string, number>();
  for (const one of before) {
    const key = keyBefore(one);
    if (key === undefined || afterOf(one) !== undefined) continue;
    const at = next.get(key) ?? 0;
    const other = waiting.get(key)?.[at];
    if (other === undefined) continue;
    next.set(key, at + 1);
    pair(one, other);
  }
}

/** A pair that may be one, and how much speaks for it. */
export interface Candidate<Before, After> {
  readonly before: Before;
  readonly after: After;
  readonly score: number;
}

/** Pairs candidates, what speaks most for itself first. */
export function pairBest<Before, After>(
  {pair}: Pairing<Before, After>,
  candidates: readonly Candidate<Before, After>[],
): void {
  for (const {before, after} of candidates.toSorted((a, b) => b.score - a.score))
    pair(before, after);
}
