/** Characters that nobody sees, such as the joiners and marks that come with copied text. */
const invisible = /\p{Default_Ignorable_Code_Point}|\p{Cf}/gu;
const apostrophes = /[‘’‚‛′‵`´ʼʻʹ＇]/gu;
const hyphens = /[‐‑‒–—−﹣－]/gu;

/** A name as it is compared: what differs only in how it was typed is one. */
export function plainName(name: string): string {
  return name
    .normalize('NFKC')
    .replaceAll(invisible, '')
    .replaceAll(apostrophes, "'")
    .replaceAll(hyphens, '-')
    .replaceAll(/\s+/gu, ' ')
    .trim()
    .toLowerCase()
    .normalize('NFC');
}

/** Whether two names mean one person, however they were typed. */
export function isSamePerson(one: string, other: string): boolean {
  return plainName(one) === plainName(other);
}

/**
 * Whether one name may be the other, shortened: `J. Ruiz` and `Jordan Ruiz`. Nothing says that it is,
 * so it is asked about where it matters.
 */
export function mayBeSamePerson(one: string, other: string): boolean {
  const [a, b] = [plainName(one).split(' '), plainName(other).split(' ')];
  if (a.length !== b.length || a.at(-1) !== b.at(-1) || a.length < 2) return false;
  const isInitialOf = (short: string, long: string) =>
    /^\p{L}\.?$/u.test(short) && long.startsWith(short.replace('.', ''));
  return a.every((part, index) => {
    const other = b[index] ?? '';
    return part === other || isInitialOf(part, other) || isInitialOf(other, part);
  });
}
