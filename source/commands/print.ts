import {showEscapes} from '../redaction/strip-terminal.ts';
import {isQuiet} from '../tell-aside.ts';
import {switches} from './switches.ts';

/** Whether the wizard can draw and read keys here, and somebody may be asked. */
export function hasTerminal(): boolean {
  return (
    switches().hasInput &&
    process.stdin.isTTY &&
    process.stdout.isTTY &&
    process.env['TERM'] !== 'dumb'
  );
}

/** Text without what could act on a terminal, but for colours, which are the program's own. */
function withoutEscapes(text: string): string {
  // oxlint-disable-next-line no-control-regex -- control characters are what this is about
  const parts = text.split(/(\u001B\[[\d;]*m)/);
  return parts.map((part, index) => (index % 2 === 1 ? part : showEscapes(part))).join('');
}

let kept: string[] | undefined;

/** Keeps what is printed from now on until all of it is there, for a pager. */
export function keepPrinted(): void {
  kept = [];
}

/** Whether what is printed is kept. */
export function hasKept(): boolean {
  return kept !== undefined;
}

/** What was kept; what is printed from now on is printed at once. */
export function takeKept(): string | undefined {
  const text = kept?.join('');
  kept = undefined;
  return text;
}

export function print(text: string): void {
  const whole = text.endsWith('\n') ? text : `${text}\n`;
  if (kept) kept.push(whole);
  else process.stdout.write(process.stdout.isTTY ? withoutEscapes(whole) : whole);
}

/** A line with what breaks one in its midst, as people write in notes: else a line could be forged in it. */
const breaks = /[^\S\n]*[\n\v\f\r\u0085\u2028\u2029]\s*/gu;

/** Prints each text as one line. */
export function printLines(lines: readonly string[]): void {
  print(lines.map((line) => line.replaceAll(breaks, ' ')).join('\n'));
}

/** Prints what is no answer but about it; nothing where it is to be quiet. */
export function printRemark(text: string): void {
  if (!isQuiet()) print(text);
}

/** Prints an answer as JSON, with the version of its shape; `schema` describes each. */
export function printJson(answer: object): void {
  print(JSON.stringify({format: 1, ...answer}, undefined, 2));
}
