import {stripTerminal} from '../redaction/strip-terminal.ts';

/** What a person gave as one line: nothing in it can harm a terminal or break a table. */
export function oneLine(text: string): string {
  return stripTerminal(text).replaceAll(/\s+/g, ' ').trim();
}
