import {distance} from 'fastest-levenshtein';

/** Letters of a text that are looked at one by one: beyond them its words tell enough. */
const compared = 200;

const known = new Map<string, readonly string[]>();

/** Some thousand texts are split again and again; more are not remembered. */
const remembered = 20_000;

/** The words of a text in small letters, in order: what is left where only its spelling is looked at. */
export function wordsOf(text: string): readonly string[] {
  const before = known.get(text);
  if (before) return before;
  const words =
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
  if (known.size >= remembered) known.clear();
  known.set(text, words);
  return words;
}

/** The share of words that two texts have in common (Sørensen and Dice), each as often as it stands. */
function sharedWords(a: readonly string[], b: readonly string[]): number {
  if (a.length + b.length === 0) return 0;
  const counts = new Map<string, number>();
  for (const word of a) counts.set(word, (counts.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of b) {
    const left = counts.get(word) ?? 0;
    if (left === 0) continue;
    counts.set(word, left - 1);
    shared += 1;
  }
  return (2 * shared) / (a.length + b.length);
}

/** Two sentences that have nothing to do with each other share this much of their letters. */
const byChance = 0.4;

/**
 * How alike two texts are, from 0 to 1: by the words that they share, or by their letters, whichever
 * is more, so that both a word replaced and a word misspelt leave them alike.
 */
export function likeness(a: string, b: string): number {
  const [one, other] = [wordsOf(a), wordsOf(b)];
  const byWords = sharedWords(one, other);
  const [short, long] = [one.join(' ').slice(0, compared), other.join(' ').slice(0, compared)];
  const length = Math.max(short.length, long.length);
  const byLetters = length === 0 ? 0 : 1 - distance(short, long) / length;
  return Math.max(byWords, (byLetters - byChance) / (1 - byChance));
}

/** Words shorter than this are another word with another letter: `not` and `now`. */
const misspelt = 5;

function isMisspelt(a: string, b: string): boolean {
  return (
    Math.min(a.length, b.length) >= misspelt &&
    a[0] === b[0] &&
    !/\p{N}/u.test(a + b) &&
    distance(a, b) <= 1
  );
}

/**
 * Whether two texts say the same in another spelling: the same words in the same order, apart from
 * case, signs, and a letter in a longer word. Another figure or a word more is another text.
 */
export function isSameSaid(a: string, b: string): boolean {
  if (a === b) return true;
  const [one, other] = [wordsOf(a), wordsOf(b)];
  if (one.length === 0 || one.length !== other.length) return false;
  return one.every((word, at) => word === other[at] || isMisspelt(word, other[at] ?? ''));
}
