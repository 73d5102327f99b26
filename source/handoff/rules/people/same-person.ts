import {onceAName} from '../../people/once-a-name.ts';

/** Characters that nobody sees, such as the joiners and marks that come with copied text. */
const invisible = /\p{Default_Ignorable_Code_Point}|\p{Cf}/gu;
const apostrophes = /[‘’‚‛′‵`´ʼʻʹ＇]/gu;
const hyphens = /[‐‑‒–—−﹣－]/gu;

/** A name as it is compared: what differs only in how it was typed is one. */
export const plainName = onceAName((name) => {
  const plain = name
    .normalize('NFKC')
    .replaceAll(invisible, '')
    .replaceAll(apostrophes, "'")
    .replaceAll(hyphens, '-')
    .replaceAll(/["“”„«»]/gu, ' ')
    .replaceAll(/[\s._]+/gu, ' ')
    .trim()
    .toLowerCase()
    .normalize('NFC');
  // "Ruiz, Jordan" as lists of people have it.
  const [, last, first] = /^([^,]+),([^,]+)$/u.exec(plain) ?? [];
  return last && first ? `${first.trim()} ${last.trim()}`.trim() : plain;
});

/** Whether two names mean one person, however they were typed. */
export function isSamePerson(one: string, other: string): boolean {
  return plainName(one) === plainName(other);
}

const letters: Readonly<Record<string, string>> = {
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
};

/** Without the marks on its letters, as a keyboard without them has it. */
const unmarked = onceAName((part) =>
  part
    .replaceAll(/[ßøłđðþæœı]/gu, (letter) => letters[letter] ?? letter)
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, ''),
);

/** The same where an umlaut is written with an e. */
function spelledOut(part: string): string {
  return unmarked(part.replaceAll(/[äöü]/gu, (letter) => `${unmarked(letter)}e`));
}

function isAlike(one: string, other: string): boolean {
  return (
    unmarked(one) === unmarked(other) ||
    spelledOut(one) === unmarked(other) ||
    unmarked(one) === spelledOut(other)
  );
}

/** `J` of `Jordan`, and, where there is more of the name to go by, `Jo`. */
function isShortened(one: string, other: string, isPartOfMore: boolean): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (!unmarked(long).startsWith(unmarked(short))) return false;
  return /^\p{L}$/u.test(short) || (isPartOfMore && /^\p{L}{2,}$/u.test(short));
}

const partsOf = onceAName((name): readonly string[] =>
  plainName(name)
    .split(/[\s'-]+/u)
    .filter((part) => /[\p{L}\p{N}]/u.test(part)),
);

/** `jruiz` and `jordanr`, as accounts are called. */
function isAccountOf(account: string, parts: readonly string[]): boolean {
  const [first = '', last = ''] = [parts[0], parts.at(-1)].map((part = '') => unmarked(part));
  if (parts.length < 2) return false;
  const all = parts.map(unmarked).join('');
  return [all, `${first[0]}${last}`, `${first}${last[0]}`].includes(unmarked(account));
}

/**
 * Whether one name may be the other: shortened, without the marks on its letters, the other way
 * round or as an account is called. Nothing says that it is, so it is asked about where it matters.
 */
export function mayBeSamePerson(one: string, other: string): boolean {
  if (isSamePerson(one, other)) return true;
  const [a, b] = [partsOf(one), partsOf(other)];
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length === 0) return false;
  if (isAlike(short.join(''), long.join(''))) return true;
  if (short.length === 1 && isAccountOf(short[0] ?? '', long)) return true;
  const left = [...long];
  const take = (fits: (part: string) => boolean): boolean => {
    const at = left.findIndex(fits);
    if (at !== -1) left.splice(at, 1);
    return at !== -1;
  };
  const unlike = short.filter((part) => !take((other) => isAlike(part, other)));
  const isAllInitials = unlike.length === short.length;
  if (isAllInitials && (short.length < 2 || left.length !== unlike.length)) return false;
  return unlike.every((part) => take((other) => isShortened(part, other, !isAllInitials)));
}

/** Whether a name is no shortened form of another that it may be: nothing of it can be written out. */
export function isInFull(name: string, other: string): boolean {
  const parts = partsOf(name);
  return parts.length >= partsOf(other).length && parts.every((part) => !/^\p{L}$/u.test(part));
}
