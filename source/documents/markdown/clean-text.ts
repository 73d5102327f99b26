import stripAnsi from 'strip-ansi';

/**
 * Everything that is no text: control characters but newline and tab, overrides of the writing
 * direction (CVE-2021-42574), the byte order mark, and the noncharacters U+FDD0–U+FDEF, one of
 * which marks a finished block while a document is put together.
 */
const notText = /(?![\n\t])\p{Cc}|[\u202A-\u202E\u2066-\u2069\uFEFF\uFDD0-\uFDEF]/gu;

/** Text from people and systems as plain text: terminal escapes out, line ends as `\n`. */
export function cleanText(text: string): string {
  return stripAnsi(text.toWellFormed())
    .replaceAll(/\r\n?|[\u0085\u2028\u2029]/gu, '\n')
    .replaceAll(notText, '');
}

/** The same on one line: every run of white space becomes one space. */
export function cleanLine(text: string): string {
  return cleanText(text).replaceAll(/\s+/gu, ' ').trim();
}
