import type {Hit, Rule} from '../engine/secret-rule.ts';
import type {Span} from '../engine/spans.ts';
import {isPlaceholder, isProse, looksRandom} from './placeholders.ts';
import {belonging, blank, elided, lineIndent, type Name} from './secret-name-place.ts';
import {beside, said} from './beside.ts';
import {pairSpans} from './pairs.ts';
import {isHarmlessEnd, judgeKey, nameWords} from './secret-names.ts';
import {isSecretValue, readBlock, readList, readRest, readValue, type Value} from './values.ts';

const longestName = 80;

/** `=` and its like, after what may close a name: a quote, a bracket, a remark, a type, whose it is. */
const assigning = new RegExp(
  String.raw`["'\`*_]{0,3}[)\]]{0,2}(?:[ \t]#?\d{1,2})?[ \t]{0,30}(?:\([^()\n]{1,40}\)[ \t]{0,3}|(?:(?:is|was)[ \t](?:generated|created|set)[ \t])?(?:(?:${belonging})[ \t]|${elided})[^\n:=|"'<>]{1,40}?[ \t]{0,3})?["'\`*_]{0,3}(?:(?::[ \t]{0,3}(?:string|str|String|text|char\*|&str)[ \t]{0,3})?(?<operator>:=|=>|->|\?=|\+=|={1,3}|::?|[→⇒]|[–—](?=[ \t])))[*_]{0,2}[ \t]{0,30}`,
  'y',
);

/** A word between a name and its sign that says whose it is: "hasło administratora:", "PASSWORD elastic =". */
const withWord =
  /[ \t](?<word>[\p{L}\d_.@-]{2,30})[ \t]{0,3}[:=][ \t]{0,5}["'`]?(?=[^\s"'`]{0,80}\d)(?=[^\s"'`]{0,80}[A-Za-z])(?=[^\s"'`]{6,})/uy;

function isNameCharacter(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 128)
    return (
      (code >= 48 && code <= 57) ||
      (code >= 65 && code <= 90) ||
      (code >= 97 && code <= 122) ||
      code === 95 ||
      code === 45 ||
      code === 46
    );
  return /[\p{L}\p{M}]/u.test(text.charAt(at));
}

/** Whether a name is a part of our own mark for what was left out, or of a name of Amazon's. */
function isElsewhere(text: string, at: number): boolean {
  return /\[redacted\\?: [\w '-]{0,40}$|\barn:[\w:-]{0,80}$/.test(
    text.slice(Math.max(0, at - 90), at),
  );
}

const short: ReadonlySet<string> = new Set(['pin', 'puk', 'sid', 'sig', 'otp', 'kek', 'dek']);

/** Whether a short word is a piece of another: `ping`, `inside`, `keyboard`. */
function isPiece({text, start, end}: Hit): boolean {
  const length = end - start;
  if (length > 7) return false;
  const isSmall = (at: number) => {
    const code = text.charCodeAt(at);
    return code >= 97 && code <= 122;
  };
  const isPlural = text[end] === 's' && !isSmall(end + 1);
  if (isSmall(end) && !isPlural) return true;
  if (length > 3 || start === 0 || !isSmall(start) || !isSmall(start - 1)) return false;
  return short.has(text.slice(start, end));
}

function nameAt(hit: Hit): Name | undefined {
  if (isPiece(hit)) return undefined;
  const {text, start, end} = hit;
  let first = start;
  while (first > 0 && start - first < longestName && isNameCharacter(text, first - 1)) first -= 1;
  let last = end;
  while (last - end < longestName && last < text.length && isNameCharacter(text, last)) last += 1;
  if (start - first === longestName || last - end === longestName) return undefined;
  const name = text.slice(first, last);
  const judged = judgeKey(name.replace(/^-+/, ''));
  if (judged && isElsewhere(text, first)) return undefined;
  if (judged) return {...judged, start: first, end: last, text: name};
  // "API key" is a name of two words.
  if (!/^keys?$/i.test(name)) return undefined;
  const before =
    /[A-Za-z-]{2,20}[ \t]$/.exec(text.slice(Math.max(0, first - 24), first))?.[0] ?? '';
  const both = before === '' ? undefined : judgeKey(`${before.trim()} ${name}`);
  return both && {...both, start: first - before.length, end: last, text: before + name};
}

/** In a settings file a value may have several words; a sentence has words that passwords lack. */
function widened(text: string, name: Name, value: Value, operator: string): Value {
  if (value.isQuoted || name.strength !== 'strong' || lineIndent(text, name.start) === undefined)
    return value;
  const first = text.slice(value.start, value.end);
  if (!/[ \t]/.test(text.charAt(value.end))) return value;
  const rest = readRest(text, value);
  if (rest.end <= value.end || (isPlaceholder(first) && !isProse(first))) return value;
  const words = text.slice(rest.start, rest.end).split(/[ \t]+/);
  const isRandom = words.some((word) => looksRandom(word) && !/^0[0-7]{3}$/.test(word));
  const isSentence = words.filter(isProse).length > (isRandom && operator !== ':' ? 1 : 0);
  if (words.length > 8 || isSentence) return value;
  return operator !== ':' || isRandom ? rest : value;
}

function assignedTo(text: string, name: Name): Value[] {
  withWord.lastIndex = name.end;
  const isSetting = name.strength === 'strong' && !name.text.startsWith('-');
  const match = isSetting ? withWord.exec(text) : null;
  const word = match?.groups?.['word'] ?? '';
  if (!match || isHarmlessEnd(word) || isProse(word)) return [];
  const value = readValue(text, name.end + match[0].replace(/["'`]$/, '').length);
  return value ? [value] : [];
}

function assigned(text: string, name: Name): Value[] {
  assigning.lastIndex = name.end;
  const match = assigning.exec(text);
  if (!match) return assignedTo(text, name);
  const at = name.end + match[0].length;
  const operator = match.groups?.['operator'] ?? '';
  const indent = lineIndent(text, name.start);
  if (indent !== undefined) {
    const below = readBlock(text, at, indent);
    if (below.length > 0) return name.strength === 'strong' ? below : [];
  }
  if (text[at] === '[' && !/^\[(?:redacted|FILTERED|MASKED|HIDDEN)/i.test(text.slice(at, at + 10)))
    return readList(text, at);
  const value = readValue(text, at);
  if (!value) return [];
  // An arrow or a dash stands in sentences as well.
  if (/[→⇒–—]/.test(operator) && !looksRandom(text.slice(value.start, value.end))) return [];
  return [widened(text, name, value, operator)];
}

/** `--password x` on a command line. */
function option(text: string, name: Name): Value[] {
  const isOption =
    /^--?\w/.test(name.text) ||
    /(?:^|[ \t])[-/]$/.test(text.slice(Math.max(0, name.start - 2), name.start));
  blank.lastIndex = name.end;
  if (!isOption || !blank.test(text)) return [];
  const value = readValue(text, blank.lastIndex);
  return value && !text.slice(value.start, value.end).startsWith('-') ? [value] : [];
}

/** Secrets that stand beside a name which says what they are, however they are written. */
export const assignments: Rule = {
  words: nameWords,
  find(hit): readonly Span[] {
    const name = nameAt(hit);
    if (!name) return [];
    const {text} = hit;
    for (const form of [assigned, option, said, beside]) {
      const values = form(text, name);
      if (values.length === 0) continue;
      return values
        .filter((value) => isSecretValue(text, value, name))
        .map(({start, end}) => ({start, end, kind: name.kind}));
    }
    return pairSpans(text, name)
      .filter((value) => isSecretValue(text, value, name))
      .map(({start, end}) => ({start, end, kind: name.kind}));
  },
};
