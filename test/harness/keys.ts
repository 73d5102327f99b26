/** What terminals send for keys that have no letter. */
export const keys = {
  enter: '\r',
  escape: '\u{1B}',
  tab: '\t',
  shiftTab: '\u{1B}[Z',
  backspace: '\u{7F}',
  delete: '\u{1B}[3~',
  up: '\u{1B}[A',
  down: '\u{1B}[B',
  right: '\u{1B}[C',
  left: '\u{1B}[D',
  home: '\u{1B}[H',
  end: '\u{1B}[F',
  pageUp: '\u{1B}[5~',
  pageDown: '\u{1B}[6~',
  ctrlLeft: '\u{1B}[1;5D',
  ctrlRight: '\u{1B}[1;5C',
  ctrlHome: '\u{1B}[1;5H',
  ctrlEnd: '\u{1B}[1;5F',
} as const;

/** The byte of Ctrl with a letter. */
export function ctrl(letter: string): string {
  return String.fromCharCode(letter.toUpperCase().charCodeAt(0) - 64);
}

/** Alt with a key. */
export function alt(key: string): string {
  return `\u{1B}${key}`;
}

/** A paste as a terminal in bracketed paste mode sends it. */
export function pasted(text: string): string {
  return `\u{1B}[200~${text}\u{1B}[201~`;
}
