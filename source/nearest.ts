import {distance} from 'fastest-levenshtein';

/**
 * The known word closest to a mistyped one, or nothing when none is close enough to be meant:
 * about one letter in three may be wrong. Case, and `-` for `_`, do not count.
 */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  const plain = (text: string) => text.toLowerCase().replaceAll('-', '_');
  const wanted = plain(word).slice(0, 100);
  let best: {readonly word: string; readonly distance: number} | undefined;
  for (const candidate of known) {
    const limit = Math.ceil(Math.max(wanted.length, candidate.length) / 3);
    const found = distance(wanted, plain(candidate));
    if (found <= limit && found < (best?.distance ?? Infinity))
      best = {word: candidate, distance: found};
  }
  return best?.word;
}
