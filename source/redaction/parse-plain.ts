import {stripTerminal} from './strip-terminal.ts';

/** What may be in JSON that {@link stripTerminal} would take out, as it is or written as an escape. */
const suspect = /[\u007F-\u009F\u202A-\u202E\u2066-\u2069]|\\[ubfr]/u;

/** Whether the texts in JSON can do nothing to a terminal, as far as can be said without reading it. */
export function isPlain(text: string): boolean {
  return !suspect.test(text);
}

/**
 * Reads JSON whose texts can do nothing to a terminal, whoever has written it.
 *
 * @throws {SyntaxError} when it is none.
 */
export function parsePlain(text: string): unknown {
  if (isPlain(text)) return JSON.parse(text);
  return JSON.parse(text, (_, value: unknown) =>
    typeof value === 'string' ? stripTerminal(value) : value,
  );
}
