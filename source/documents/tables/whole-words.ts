/** Characters up to which a word is kept whole; a longer one would push all else out of the page. */
export const longestWhole = 40;

/** Days with their time, telephone numbers, figures with their unit, and words. */
const pattern =
  /\d{4}-\d\d-\d\d(?:[ T]\d\d:\d\d(?::\d\d)?(?: (?:UTC|[A-Z][\w+-]{1,8}(?:\/\w+)?))?)?(?![\w-])|\+\d[\d ()./-]{5,18}\d(?!\w)|\d+(?:[.,]\d+)* (?:%|[kKMGT]i?B|[mµ]?s|min|h|d|days?|hours?|minutes?|seconds?)(?!\w)|\S+/gu;

/** Scripts whose words have no spaces between them: a line may end after any character. */
const breaksAnywhere =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

export interface Word {
  readonly text: string;
  readonly index: number;
  /** Kept on one line: addresses, numbers, dates and words of a usual length. */
  readonly isWhole: boolean;
  /** Longer than a line may be, so that it breaks anywhere. */
  readonly isLong: boolean;
}

/** What is read as one word in a cell. */
export function wordsOf(text: string): Word[] {
  return [...text.matchAll(pattern)].map(({0: word, index}) => {
    const isLong = word.length > longestWhole;
    return {text: word, index, isLong, isWhole: !isLong && !breaksAnywhere.test(word)};
  });
}
