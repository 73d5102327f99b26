/** Told of each word found: which one, and where it begins and ends. */
export type OnWord = (word: number, start: number, end: number) => void;

/** The characters by class, a letter in the class of its small form; all others are class 0. */
function classify(words: readonly string[]): {classes: Uint16Array; count: number} {
  const classes = new Uint16Array(0x10000);
  let count = 1;
  for (const character of new Set(words.join(''))) {
    classes[character.charCodeAt(0)] = count;
    const large = character.toUpperCase();
    // The dotless i of Turkish has the large I of all others.
    if (large.length === 1 && large.toLowerCase() === character)
      classes[large.charCodeAt(0)] = count;
    count += 1;
  }
  return {classes, count};
}

/** The states in an order in which those that end a word are the last, so that one look tells them. */
function withFoundLast(
  next: Int32Array,
  found: readonly (readonly number[] | undefined)[],
  {states, count}: {readonly states: number; readonly count: number},
) {
  const all = Array.from({length: states}, (_, state) => state);
  const order = [...all.filter((state) => !found[state]), ...all.filter((state) => found[state])];
  const placeOf = new Int32Array(states);
  for (const [place, state] of order.entries()) placeOf[state] = place * count;
  const cells = new Int32Array(states * count);
  for (const [place, state] of order.entries())
    for (let step = 0; step < count; step += 1)
      cells[place * count + step] = placeOf[(next[state * count + step] ?? 0) / count] ?? 0;
  const plain = all.filter((state) => !found[state]).length;
  return {
    cells,
    firstFound: plain * count,
    foundFrom: order.slice(plain).map((state) => found[state]),
  };
}

/**
 * Finds any of many words in one pass over a text, whatever their case. Each character costs the
 * same, however many words there are, so no text is slow.
 *
 * @param words in small letters of the basic plane
 * @see https://doi.org/10.1145/360825.360855 (Aho and Corasick, 1975)
 */
export function createKeywords(words: readonly string[]): (text: string, onWord: OnWord) => void {
  const {classes, count} = classify(words);
  const size = words.reduce((sum, word) => sum + word.length, 1);
  // A state is the place of its row in the table, so that a step is one addition and one look.
  const next = new Int32Array(size * count);
  const found: (number[] | undefined)[] = Array.from({length: size});
  let states = 1;
  for (const [at, word] of words.entries()) {
    let state = 0;
    for (let index = 0; index < word.length; index += 1) {
      const cell = state + (classes[word.charCodeAt(index)] ?? 0);
      if (next[cell] === 0) {
        next[cell] = states * count;
        states += 1;
      }
      state = next[cell] ?? 0;
    }
    (found[state / count] ??= []).push(at);
  }
  const back = new Int32Array(states);
  const queue: number[] = [0];
  for (let head = 0; head < queue.length; head += 1) {
    const state = queue[head] ?? 0;
    const fallback = back[state / count] ?? 0;
    for (let step = 1; step < count; step += 1) {
      const target = next[state + step] ?? 0;
      const other = state === 0 ? 0 : (next[fallback + step] ?? 0);
      if (target === 0) {
        next[state + step] = other;
        continue;
      }
      back[target / count] = other;
      const shorter = found[other / count];
      if (shorter) (found[target / count] ??= []).push(...shorter);
      queue.push(target);
    }
  }
  const table = withFoundLast(next, found, {states, count});
  return (text, onWord) => {
    const {cells, firstFound, foundFrom} = table;
    let state = 0;
    for (let index = 0; index < text.length; index += 1) {
      state = cells[state + (classes[text.charCodeAt(index)] ?? 0)] ?? 0;
      if (state < firstFound) continue;
      for (const word of foundFrom[(state - firstFound) / count] ?? [])
        onWord(word, index + 1 - (words[word]?.length ?? 0), index + 1);
    }
  };
}
