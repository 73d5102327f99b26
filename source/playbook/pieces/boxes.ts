import type {Mark} from './piece.ts';

const openSigns = '☐□⬜◻◽▢❏❑❒🔲🔳🗆⬛';
const doneSigns = '☑✅✔✓🗹☒';
const struckSigns = '➖';

const openNames = new Set([
  'white_large_square',
  'black_square_button',
  'white_square_button',
  'white_medium_square',
]);
const doneNames = new Set(['white_check_mark', 'ballot_box_with_check', 'heavy_check_mark']);

const insides: readonly (readonly [RegExp, Mark])[] = [
  [/^\s*$/u, 'open'],
  [/^\s*[xX✓✔✅☑*]\uFE0F?\s*$/u, 'done'],
  [/^\s*[-~–—]\s*$/u, 'struck'],
  [/^\s*[/\\!?<>.o]\s*$/u, 'open'],
];

const bracket = /^\[([^\]\n]{0,3})\](?=\s|$)/u;
const sign = new RegExp(`^([${openSigns}${doneSigns}${struckSigns}])\\uFE0F?`, 'u');
const shortcode = /^:([a-z_]+):/u;

/** A box at the start of a text, and what stands behind it. */
export interface Boxed {
  readonly mark: Mark;
  readonly rest: string;
}

function markOfSign(found: string): Mark {
  if (openSigns.includes(found)) return 'open';
  return doneSigns.includes(found) ? 'done' : 'struck';
}

/** Reads a box in any of the ways in which people write one: `[ ]`, `[]`, `[-]`, ☐, ✅, `:white_check_mark:`. */
export function takeBox(text: string): Boxed | undefined {
  const trimmed = text.trimStart();
  const inside = bracket.exec(trimmed);
  if (inside) {
    const mark = insides.find(([pattern]) => pattern.test(inside[1] ?? ''))?.[1];
    return mark && {mark, rest: trimmed.slice(inside[0].length).trim()};
  }
  const found = sign.exec(trimmed);
  if (found) return {mark: markOfSign(found[1] ?? ''), rest: trimmed.slice(found[0].length).trim()};
  const name = shortcode.exec(trimmed);
  const isOpen = openNames.has(name?.[1] ?? '');
  if (!name || !(isOpen || doneNames.has(name[1] ?? ''))) return undefined;
  return {mark: isOpen ? 'open' : 'done', rest: trimmed.slice(name[0].length).trim()};
}

/** Whether a line without a bullet is an entry by its box: brackets and empty boxes are, ticks alone are not. */
export function isBoxLine(line: string): boolean {
  const plain = line.replace(/^\\\[([ xX]?)\\\]/u, '[$1]');
  if (/^\[[ xX]?\]\s+\S/u.test(plain)) return true;
  return new RegExp(`^[${openSigns}☑🗹☒]\\uFE0F?\\s*\\S`, 'u').test(plain);
}

/** Whether a line begins with a tick that may be a box or an ornament. */
export function isTickLine(line: string): boolean {
  return /^[✅✔✓]\uFE0F?\s*\S/u.test(line);
}

/** Whether a text is a ticked box, and not a tick alone, which may be a level that something has. */
export function isTickedBox(text: string): boolean {
  return /^(?:\[\s*[xX]\s*\]|[☑🗹☒]\uFE0F?|:ballot_box_with_check:)$/u.test(text.trim());
}

/** Whether a text is a check mark and nothing else. */
export function isTick(text: string): boolean {
  const box = takeBox(text.trim());
  return (box?.mark === 'done' && box.rest === '') || /^(?:x|●|•|yes|y)$/iu.test(text.trim());
}
