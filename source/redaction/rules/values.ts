import {isPlaceholder, isProse, looksRandom} from './placeholders.ts';

/** A stretch that may be a secret. */
export interface Value {
  readonly start: number;
  readonly end: number;
  readonly isQuoted: boolean;
}

/** Longest value and longest block, in characters. */
const longest = 4096;

const tag = /(?:![\w!/.:-]{0,40}[ \t]+|&\w{1,40}[ \t]+)?/y;
const opening = /(?:[bruf@]{0,2}|\$)(?<quote>["'`„“”«‘’])/iy;
const closings: Readonly<Record<string, string>> = {
  '„': '“”"',
  '“': '”"',
  '”': '”',
  '«': '»',
  '‘': '’',
  '’': '’',
};

/**
 * A value without quotes: it ends at a blank, and at a comma, semicolon, ampersand or quote after
 * which something new begins.
 */
const bare =
  /(?:[^\s,;&"'`<>|]|[,;](?![ \t\r\n"'`{[]|$|[\w .-]{1,40}[=:])|&(?![\w.-]{1,40}=|\w{2,6};)|["'`](?=[\w!#$%])|[<>|](?=[\w!#$%]))+/y;

function readQuoted(text: string, at: number): Value | undefined {
  opening.lastIndex = at;
  const quote = opening.exec(text)?.groups?.['quote'];
  if (quote === undefined) return undefined;
  const start = opening.lastIndex;
  const ends = closings[quote] ?? quote;
  const last = Math.min(text.length, start + longest);
  for (let index = start; index < last; index += 1) {
    const character = text.charAt(index);
    if (character === '\\') index += 1;
    else if (character === '\n') return {start, end: index, isQuoted: true};
    else if (!ends.includes(character)) continue;
    // YAML and SQL write a quote as two.
    else if (quote === "'" && text[index + 1] === "'") index += 1;
    else return {start, end: index, isQuoted: true};
  }
  return {start, end: last, isQuoted: true};
}

function readBare(text: string, at: number): Value | undefined {
  bare.lastIndex = at;
  const found = bare.exec(text)?.[0].slice(0, longest);
  // An opening bracket starts a structure; closing ones end it: `{password: x}`, `login(token=x)`.
  if (found === undefined || /^[{[]/.test(found)) return undefined;
  const value = /[([{]/.test(found) ? found : found.replace(/[)\]}]+[.:!?]?$/, '');
  const end = at + value.replace(/(?<=\w)[.:!?]$/, '').length;
  return end === at ? undefined : {start: at, end, isQuoted: false};
}

/** The value that begins here, in quotes or not. */
export function readValue(text: string, at: number): Value | undefined {
  tag.lastIndex = at;
  const start = at + (tag.exec(text)?.[0].length ?? 0);
  return readQuoted(text, start) ?? readBare(text, start);
}

/** Up to the end of the line, without a remark: a password of several words in a settings file. */
export function readRest(text: string, {start}: Value): Value {
  const stop = text
    .slice(start, start + 400)
    .search(/\n|\\[nr]|[ \t]+(?:#|\/\/|;|--[ \t]|<!--|\()|[ \t]*$/);
  const rest = text.slice(start, stop === -1 ? start + 400 : start + stop);
  return {start, end: start + rest.trimEnd().replace(/[,;]$/, '').length, isQuoted: false};
}

const link = /\[[^\]\n]*\]\(/y;

/** What stands between the brackets of a list, which those of a Markdown link are not. */
export function readList(text: string, at: number): Value[] {
  link.lastIndex = at;
  if (text[at] !== '[' || link.test(text)) return [];
  const values: Value[] = [];
  let next = at + 1;
  while (values.length < 50) {
    while (/[\s,]/.test(text.charAt(next))) next += 1;
    const value = text[next] === ']' ? undefined : readValue(text, next);
    if (!value) break;
    values.push(value);
    next = value.end + (value.isQuoted ? 1 : 0);
  }
  return values;
}

const indented =
  /[ \t]*(?:[|>][-+\d]{0,2})?[ \t]*(?:#[^\n]*)?\r?\n(?<lines>(?:(?<indent>[ \t]+)(?:[^\n]{0,400})(?:\n|$)){1,200})/y;

/** The lines below that stand further in, as YAML writes a long value. */
export function readBlock(text: string, at: number, indent: number): Value[] {
  indented.lastIndex = at;
  const match = indented.exec(text);
  if (!match) return [];
  const values: Value[] = [];
  let start = at + match[0].length - (match.groups?.['lines'] ?? '').length;
  for (const line of (match.groups?.['lines'] ?? '').split('\n')) {
    const inner = line.length - line.trimStart().length;
    const said = line.trim();
    // What has names of its own is a structure.
    if (inner <= indent || /^(?:- )?["']?[\w.-]+["']?:(?:\s|$)/.test(said)) break;
    const value = said.replace(/^- +/, '').replace(/^["']|["'],?$/g, '');
    const offset = start + line.indexOf(value, inner);
    if (value !== '') values.push({start: offset, end: offset + value.length, isQuoted: true});
    start += line.length + 1;
  }
  return values;
}

const proseAfter = /[ \t]+\p{L}{2,}/uy;

/** Whether a text in quotes tells of a secret rather than being one. */
function isSentence(said: string, kind: string): boolean {
  const words = said.split(/[ \t]+/);
  if (words.length < 3 || /\d/.test(said) || words.some(looksRandom)) return false;
  const telling = words.filter(isProse).length;
  return /[.!?]$/.test(said) || telling >= (kind === 'password' ? 2 : 1);
}

/** Whether what stands where a secret would is one. */
export function isSecretValue(
  text: string,
  value: Value,
  {kind, strength}: {readonly kind: string; readonly strength: string},
): boolean {
  const said = text.slice(value.start, value.end);
  if (isPlaceholder(said) || said.length < (kind === 'password' ? 2 : 3)) return false;
  // Where one logs in, rather than with what.
  if (strength === 'weak' && /^[\w-]+(?:\.[\w-]+)*\.[a-z]{2,12}(?::\d+)?$/i.test(said))
    return false;
  if (strength === 'weak')
    return kind === 'password'
      ? value.isQuoted && said.length >= 4 && !/^\d+$/.test(said)
      : said.length >= 16 && /\d/.test(said) && /[A-Za-z]/.test(said) && !said.includes('/');
  // `tokens: 1532` counts; `token: 7` is a number too.
  if (kind !== 'password' && kind !== 'pin' && /^[\d.]{1,9}%?$/.test(said)) return false;
  if (kind === 'pin') return /^\d{4,8}$/.test(said);
  if (value.isQuoted) return !isSentence(said, kind);
  proseAfter.lastIndex = value.end;
  return looksRandom(said) || !proseAfter.test(text);
}
