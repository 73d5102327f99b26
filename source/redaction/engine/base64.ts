import {Buffer} from 'node:buffer';

/** Shorter runs hold less than a name and a value. */
export const shortest = 16;

/** A file in base64 is looked at up to here, in characters. */
const longest = 1024 * 1024;

const none = 255;

function valuesOf(): Uint8Array {
  const values = new Uint8Array(128).fill(none);
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
  for (const [at, letter] of letters.split('').entries()) values[letter.charCodeAt(0)] = at;
  for (const [letter, value] of [
    ['+', 62],
    ['-', 62],
    ['/', 63],
    ['_', 63],
  ] as const)
    values[letter.charCodeAt(0)] = value;
  return values;
}

const values = valuesOf();

function valueAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code < 128 ? (values[code] ?? none) : none;
}

function isPrintable(byte: number): boolean {
  return (byte >= 32 && byte < 127) || byte === 9 || byte === 10 || byte === 13;
}

/** Whether the first twelve characters hold text: nine bytes by chance do so once in 5,000 times. */
function beginsAsText(text: string, start: number): boolean {
  for (let at = start; at < start + 12; at += 4) {
    const bits =
      (valueAt(text, at) << 18) |
      (valueAt(text, at + 1) << 12) |
      (valueAt(text, at + 2) << 6) |
      valueAt(text, at + 3);
    const bytes = [(bits >> 16) & 255, (bits >> 8) & 255, bits & 255];
    if (!bytes.every((byte) => isPrintable(byte) || byte === 0)) return false;
  }
  return true;
}

/** Calls back for each run of letters, digits and what base64 has besides, from `least` on. */
export function eachRun(
  text: string,
  least: number,
  onRun: (start: number, end: number) => void,
): void {
  let start = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 128 && values[code] !== none) continue;
    if (at - start >= least) onRun(start, at);
    start = at + 1;
  }
  if (text.length - start >= least) onRun(start, text.length);
}

/** The text that a run of base64 holds, URL-safe or not; nothing where it is none. */
export function textOf(text: string, start: number, end: number): string | undefined {
  if (end - start < shortest || !beginsAsText(text, start)) return undefined;
  const bytes = Buffer.from(text.slice(start, Math.min(end, start + longest)), 'base64');
  // UTF-16, as PowerShell encodes its commands.
  const isWide = bytes[1] === 0 && bytes[3] === 0;
  const held = bytes.toString(isWide ? 'utf16le' : 'utf8');
  return held.includes('\uFFFD') ? undefined : held;
}
