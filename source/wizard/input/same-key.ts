// The keypad in application mode, in the order of the letters that it sends after `Esc O`.
const keypad = '*+,-./0123456789';
const firstKeypadLetter = 'j'.charCodeAt(0);

/** The first of kitty's keys for the digits of the keypad, and what follows them there. */
const firstKittyDigit = 57_399;
const kittyKeypad = '0123456789./*-+';

const ctrlOnly = 5;

// xterm's modifyOtherKeys, and kitty's keys without event or text.
const otherKey = /^.\[27;(?<modifiers>\d+);(?<code>\d+)~$/u;
const kittyKey = /^.\[(?<code>\d+)(?:;(?<modifiers>\d+))?u$/u;

function withModifiers(code: number, modifiers: number): string {
  const isLetter = code >= 97 && code <= 122;
  if (modifiers === ctrlOnly && isLetter) return String.fromCodePoint(code - 96);
  const onKeypad = modifiers === 1 ? kittyKeypad[code - firstKittyDigit] : undefined;
  return onKeypad ?? `\u{1B}[${code};${modifiers}u`;
}

/**
 * A key in the form that Ink reads, and at once: terminals have several forms for one key, and after
 * a lone Esc Ink would wait for more.
 */
export function asInkReads(key: string): string {
  // The Linux console's Shift+Tab.
  if (key === '\u{1B}\t') return '\u{1B}[Z';
  if (key === '\u{1B}') return '\u{1B}[27u';
  if (key === '\u{1B}[') return '\u{1B}[91;3u';
  if (key === '\u{1B}O') return '\u{1B}[79;3u';
  if (key === '\u{1B}OX') return '=';
  if (/^\P{L}O[j-y]$/u.test(key)) return keypad[key.charCodeAt(2) - firstKeypadLetter] ?? key;
  const groups = (otherKey.exec(key) ?? kittyKey.exec(key))?.groups;
  if (!groups) return key;
  return withModifiers(Number(groups['code']), Number(groups['modifiers'] ?? 1));
}
