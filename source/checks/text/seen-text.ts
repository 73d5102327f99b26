import {stripTerminal} from '../../redaction/strip-terminal.ts';

// oxlint-disable-next-line no-control-regex -- control characters are what this is about
const escapes = /[\u001B\u0080-\u009F]/;

/** What a person sees of an output in a terminal: no colours, and of a line rewritten its last state. */
export function seenText(text: string): string {
  // oxlint-disable-next-line no-control-regex
  return /[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/.test(text) ? stripTerminal(text) : text;
}

/** Lines of a log without their colours. What a carriage return would hide is still to be found. */
export function seenLines(text: string): string {
  return escapes.test(text) ? text.split('\r').map(stripTerminal).join('\r') : text;
}
