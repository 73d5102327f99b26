import {showEscapes} from '../redaction/strip-terminal.ts';

/** Whether the wizard can draw and read keys here. */
export function hasTerminal(): boolean {
  return process.stdin.isTTY && process.stdout.isTTY && process.env['TERM'] !== 'dumb';
}

/** Text without what could act on a terminal, but for colours, which are the program's own. */
function withoutEscapes(text: string): string {
  // oxlint-disable-next-line no-control-regex -- control characters are what this is about
  const parts = text.split(/(\u001B\[[\d;]*m)/);
  return parts.map((part, index) => (index % 2 === 1 ? part : showEscapes(part))).join('');
}

export function print(text: string): void {
  const whole = text.endsWith('\n') ? text : `${text}\n`;
  process.stdout.write(process.stdout.isTTY ? withoutEscapes(whole) : whole);
}

/** Prints an answer as JSON, with the version of its shape; `schema` describes each. */
export function printJson(answer: object): void {
  print(JSON.stringify({format: 1, ...answer}, undefined, 2));
}
