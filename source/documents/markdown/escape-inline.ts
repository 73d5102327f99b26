import {cleanLine} from './clean-text.ts';

/** A web address standing free, made of characters that Markdown leaves alone within one. */
const plainUrl =
  /(?<=^|\s|\s\()https?:\/\/(?!\S*&#?\w+;)[a-z0-9.-]+(?::\d+)?(?:[/?#][\w\-.~:/?#@!$&'()+,;=%]*)?(?=\s|$)/;

/** The colon of any other address: as a link it would swallow the escapes behind it. */
const linkColon = /(?<=https?):(?=\/\/[^\s\\`*_[\]|~<&]{0,2000}[\\`*_[\]|~<&])/;

/** The characters that start something in Markdown or GFM in the middle of a line. */
const markup = /[\\`*_[\]|~]|<(?=[a-z/!?])|&(?=#?\w+;)/;

const special = new RegExp(
  [plainUrl, linkColon, markup].map(({source}) => source).join('|'),
  'giu',
);

const word = /[\p{L}\p{N}]/u;
const asciiPunctuation = /[!-/:-@[-`{-~]/u;

/** What means something only at the start of a line: headings, lists, quotes, rules, tables. */
const lineStart = /^(?:#{1,6}(?=\s|$)|[-+](?=\s|$)|>|[-=:][-=:\s]*$)/u;

function escapeMatch(match: string, at: number, whole: string): string {
  if (match.length > 1) return match;
  const next = whole[at + 1] ?? '';
  // Between letters an underscore is always an underscore: CommonMark 0.31, section 6.2.
  if (match === '_' && word.test(whole[at - 1] ?? '') && word.test(next)) return match;
  if (match === '\\' && next !== '' && !asciiPunctuation.test(next)) return match;
  return `\\${match}`;
}

/**
 * One line of text as Markdown that shows exactly that text wherever a template puts it: in a
 * paragraph, a heading, a list entry or a table cell. Escapes as little as it can, so that the
 * source stays readable; plain web addresses stay links.
 */
export function escapeInline(text: string): string {
  return cleanLine(text)
    .replaceAll(special, escapeMatch)
    .replace(lineStart, '\\$&')
    .replace(/^(\d{1,9})(?=[.)](?:\s|$))/u, '$1\\');
}
