import {onceAName} from './once-a-name.ts';

/** Nothing longer is looked through: what tells a person stands at the beginning. In UTF-16 units. */
const longestName = 300;

const separators = [',', ';', ':', '|', '/'];

/** Without a bracket at the end, closed or not. */
function withoutBracket(text: string): string {
  const closed = ')]}>'.includes(text.at(-1) ?? ' ') ? text.length - 2 : text.length - 1;
  for (let at = closed; at >= 0; at -= 1) {
    const letter = text[at] ?? '';
    if ('([{<'.includes(letter)) return text.slice(0, at);
    if (')]}>'.includes(letter)) return text;
  }
  return text;
}

/** Without an address as the last word. */
function withoutAddress(text: string): string {
  const last = text.split(/\s/u).at(-1) ?? '';
  const isAddress = last.slice(1, -1).includes('@');
  return isAddress ? text.slice(0, text.length - last.length) : text;
}

function lastSeparator(text: string): number {
  return Math.max(...separators.map((one) => text.lastIndexOf(one)));
}

/** Without what a comma begins. "Ruiz, Jordan" is one name; behind two words it begins something else. */
function withoutApposition(text: string): string {
  const at = lastSeparator(text);
  if (at < 0) return text;
  const head = text.slice(0, at).trimEnd();
  const [, ...later] = head.matchAll(/\S+/gu);
  return later.some(({index}) => index >= lastSeparator(head)) ? head : text;
}

/** Without what a dash or an "at" between blanks begins. */
function withoutDash(text: string): string {
  return text.replace(/\s[-–—@](?:\s[^]*)?$/u, '');
}

const titles =
  /^(?:mr|mrs|ms|miss|mx|dr|prof|sir|dame|herr|frau|se[ñn]ora?|mme|m)\.?\s+(?=\S+\s+\S)/iu;

/** What people put behind or before a name: a bracket, an address, a company, a role, a title. */
const shorteners: readonly ((text: string) => string)[] = [
  withoutBracket,
  withoutAddress,
  withoutApposition,
  withoutDash,
  (text) => text.replace(titles, ''),
];

function shortened(name: string): readonly string[] {
  const whole = name.trim();
  return shorteners
    .map((shorten) => shorten(whole).trim())
    .filter((text) => text !== '' && text.length < whole.length);
}

/**
 * What is left of a name as more and more is taken off it that is no name: `Jordan Ruiz, Acme
 * (vendor)` gives `Jordan Ruiz, Acme` and `Jordan Ruiz`. Empty where nothing can be taken off.
 */
export const bareNames = onceAName((name): readonly string[] => {
  const beginning = name.trim().slice(0, longestName).trim();
  const found = new Set(shortened(beginning));
  if (beginning.length < name.trim().length) found.add(beginning);
  // What is added on the way is gone through as well.
  for (const text of found) for (const shorter of shortened(text)) found.add(shorter);
  return [...found];
});

/** The name without all that is no name. */
export function barestName(name: string): string {
  return bareNames(name).reduce((best, text) => (text.length < best.length ? text : best), name);
}
