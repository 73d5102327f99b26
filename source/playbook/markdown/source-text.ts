import type {Position} from '../playbook.ts';

// Escape sequences and direction overrides in a playbook from elsewhere must not reach a terminal,
// and nobody should settle a line that has more in it than can be seen. Each is replaced by one
// character, so that positions stay true.
const unsafe = /(?![\t\n\r])\p{Cc}|[\u202A-\u202E\u2066-\u2069\u200B\u2060-\u2064\u180E\uFEFF]/gu;

/** A text with each control character and direction override replaced by U+FFFD. */
export function withoutControls(text: string): string {
  return text.replaceAll(unsafe, '\uFFFD');
}

/**
 * The text of a playbook without a byte order mark, control characters, invisible ones or direction
 * overrides, and with one way to end a line.
 */
export function cleanSource(text: string): string {
  return withoutControls(text.replace(/^\uFEFF/u, '')).replaceAll(/\r\n?/gu, '\n');
}

/** The place of an offset in a text, for `\n`, `\r\n` and `\r` line ends. */
export function positionAt(text: string, offset: number): Position {
  const lines = text.slice(0, offset).split(/\r\n|\n|\r/u);
  return {line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1};
}
