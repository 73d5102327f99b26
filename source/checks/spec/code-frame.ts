import {showControls} from '../../redaction/strip-terminal.ts';
import type {Position} from './position.ts';

/** How much of a long line is shown, and how much of it before the place. */
const shown = 100;
const before = 60;

/** The line of a position with a caret below the place: `  4 |   htpp: x` and `    |   ^`. */
export function codeFrame(text: string, {line, column}: Position): string {
  const source = text.split('\n')[line - 1]?.replace(/\r$/, '') ?? '';
  const from = column > shown ? column - 1 - before : 0;
  const left = showControls(source.slice(from, column - 1).replaceAll('\t', ' '));
  const right = showControls(source.slice(column - 1, from + shown).replaceAll('\t', ' '));
  const number = String(line);
  const gutter = ' '.repeat(number.length);
  return `  ${number} | ${left}${right}\n  ${gutter} | ${' '.repeat(left.length)}^`;
}
