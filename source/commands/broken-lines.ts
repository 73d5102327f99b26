import stringWidth from 'string-width';
import {wrap} from '../checks/reporters/wrap.ts';

/** Cells of the terminal that is printed to; nothing where it is a file or another program. */
export function printedWidth(): number | undefined {
  return process.stdout.isTTY ? process.stdout.columns : undefined;
}

/**
 * A line as several, none wider than the terminal. It breaks at words and goes on in the column of its
 * text, which begins at `at`; else it is indented a little more than it was. Without a width it is one
 * line, for whoever searches it.
 */
export function brokenLines(
  line: string,
  width: number | undefined,
  at?: number,
): readonly string[] {
  if (width === undefined || stringWidth(line) <= width) return [line];
  const begin = at ?? line.length - line.trimStart().length;
  const hang = at ?? begin + 2;
  const [first = '', ...rest] = wrap(line.slice(begin), Math.max(20, width - hang));
  return [`${line.slice(0, begin)}${first}`, ...rest.map((text) => `${' '.repeat(hang)}${text}`)];
}
