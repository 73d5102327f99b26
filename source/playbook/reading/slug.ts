const maximumLength = 48;

// Latin letters that NFKD leaves whole.
const folds: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};

function foldToAscii(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[ßæœøłđðþı]/gu, (letter) => folds[letter] ?? letter);
}

function cutAtWord(slug: string): string {
  const letters = Array.from(slug);
  if (letters.length <= maximumLength) return slug;
  const head = letters.slice(0, maximumLength).join('');
  const end = letters[maximumLength] === '-' ? head.length : head.lastIndexOf('-');
  return head.slice(0, end > maximumLength / 3 ? end : head.length);
}

/**
 * A name for ids: lower case, words joined by hyphens, at most 48 characters cut at a word. Accents
 * are folded away; a text with letters outside the Latin alphabet keeps all its letters, because
 * folding would leave too little to tell it from others. Empty when the text has neither letter
 * nor digit.
 */
export function slugify(text: string): string {
  const isLatin = !/(?!\p{Script=Latin})\p{L}/u.test(text.normalize('NFKC'));
  const folded = isLatin ? foldToAscii(text) : text.normalize('NFKC').toLowerCase();
  const plain = folded.replaceAll(/['’]/gu, '');
  return cutAtWord(plain.replaceAll(/[^\p{L}\p{N}\p{M}]+/gu, '-').replaceAll(/^-+|-+$/gu, ''));
}
