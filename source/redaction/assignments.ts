import {isPlaceholder} from './placeholders.ts';
import {judgeKey} from './secret-keys.ts';
import type {Span} from './spans.ts';

/**
 * A name and what separates it from its value: `DB_PASSWORD=`, `"token": `, `password => `,
 * `\"secret\":` inside an escaped JSON text. The value is read on its own, so that
 * `level: password: x` is seen too. The length is bounded to keep the search linear.
 */
const assignment =
  /(?<![\w.-])-{0,2}(?<key>[A-Za-z_][\w.-]{0,79})(?:\\?["'])?(?<separator>[ \t]*(?::=|=>|[:=])[ \t]*|[ \t]+(?=\S))/g;

const quoted = /(?<open>\\?["'`])(?<value>(?:\\.|(?!\k<open>)[^\\\n]){0,4096})/y;
const bare = /[^\s,;"'`&]{1,4096}/y;
const proseAfter = /[ \t]+[A-Za-z]{2,}/y;

interface Value {
  readonly start: number;
  readonly text: string;
  readonly isQuoted: boolean;
}

function readValue(text: string, at: number): Value | undefined {
  quoted.lastIndex = at;
  const inQuotes = quoted.exec(text);
  if (inQuotes?.groups) {
    const {open = '', value = ''} = inQuotes.groups;
    return {start: at + open.length, text: value, isQuoted: true};
  }
  bare.lastIndex = at;
  const plain = bare.exec(text)?.[0];
  // An opening bracket starts a structure; closing ones end it: `{password: x}`, `login(token=x)`.
  const value = plain?.startsWith('$') ? plain : plain?.replace(/^[{[].*|[)\]}]+$/, '');
  return value ? {start: at, text: value, isQuoted: false} : undefined;
}

/** Something no sentence has as a word: a digit, a symbol inside, or capitals in the middle. */
function looksRandom(text: string): boolean {
  return /\d/.test(text) || /[^\w\s.,:;!?'"()-]/.test(text) || /[a-z][A-Z]/.test(text);
}

function isSecret(text: string, value: Value, kind: string, strength: string): boolean {
  if (isPlaceholder(value.text)) return false;
  if (strength === 'weak')
    return value.text.length >= 16 && /\d/.test(value.text) && /[A-Za-z]/.test(value.text);
  // `tokens: 1532` counts; `token: 7` is a number too.
  if (kind !== 'password' && /^\d{1,6}$/.test(value.text)) return false;
  if (value.isQuoted) {
    const isSentence = /^[A-Za-z]+[ \t]+[a-z]+[ \t]/.test(value.text);
    return !isSentence || /\d/.test(value.text);
  }
  proseAfter.lastIndex = value.start + value.text.length;
  return looksRandom(value.text) || !proseAfter.test(text);
}

/** Values of names that hold a secret, in every usual way of writing an assignment. */
export function assignmentSpans(text: string): Span[] {
  const spans: Span[] = [];
  for (const match of text.matchAll(assignment)) {
    const {key = '', separator = ''} = match.groups ?? {};
    const judged = judgeKey(key);
    if (!judged) continue;
    const isOption = separator.trim() === '';
    // A name and a space is an assignment only on a command line: `--password x`.
    if (isOption && !match[0].startsWith('--')) continue;
    const value = readValue(text, match.index + match[0].length);
    if (!value || (isOption && value.text.startsWith('-'))) continue;
    if (isSecret(text, value, judged.kind, judged.strength)) {
      const end = value.start + value.text.length;
      spans.push({start: value.start, end, kind: judged.kind});
    }
  }
  return spans;
}
