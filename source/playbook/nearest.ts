/** Levenshtein distance: the fewest insertions, deletions and replacements between two words. */
function distance(a: string, b: string): number {
  let row = Array.from({length: b.length + 1}, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

/**
 * The known word closest to a mistyped one, or nothing when none is close enough to be meant: at
 * most a third of the letters may differ.
 */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  const wanted = word.toLowerCase().slice(0, 100);
  let best: {word: string; distance: number} | undefined;
  for (const candidate of known) {
    const limit = Math.max(1, Math.floor(Math.max(wanted.length, candidate.length) / 3));
    if (Math.abs(wanted.length - candidate.length) > limit) continue;
    const found = distance(wanted, candidate.toLowerCase());
    if (found <= limit && found < (best?.distance ?? Infinity)) {
      best = {word: candidate, distance: found};
    }
  }
  return best?.word;
}
