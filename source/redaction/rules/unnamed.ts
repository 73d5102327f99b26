import {Buffer} from 'node:buffer';
import type {Span} from '../engine/spans.ts';

/** Shannon entropy in bits for each character. */
function entropy(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values())
    bits -= (count / text.length) * Math.log2(count / text.length);
  return bits;
}

const length = 40;

/** Whether it is the last line of a certificate or of a file in base64. */
function isInBlock(text: string, start: number, end: number): boolean {
  return (
    /^(?:\r?\n|\\n)-----END (?!.{0,30}PRIVATE)/.test(text.slice(end, end + 60)) ||
    /[A-Za-z\d+/]{60,}(?:\r?\n|\\n)[ \t]*$/.test(text.slice(Math.max(0, start - 140), start))
  );
}

/** What Atlassian's servers give out: twelve digits, a colon and 20 bytes, all in base64. */
const serverToken = 44;

/** A secret key of AWS, alone: 40 characters of base64, which no hash and no name has. */
export function unnamedKey(text: string, start: number, end: number): Span | undefined {
  if (
    end - start === serverToken &&
    /^\d{12}:/.test(Buffer.from(text.slice(start, end), 'base64').toString('latin1'))
  )
    return {start, end, kind: 'Atlassian token'};
  if (end - start !== length || /[=.\\]/.test(text.charAt(end) + text.charAt(start - 1)))
    return undefined;
  if (isInBlock(text, start, end)) return undefined;
  const key = text.slice(start, end);
  const isMixed = /[A-Z]/.test(key) && /[a-z]/.test(key) && /\d\D*\d/.test(key);
  const isPath = (key.match(/\//g)?.length ?? 0) > 3 || key.startsWith('/') || /[-_]/.test(key);
  return isMixed && !isPath && !/^[\da-fA-F]+$/.test(key) && entropy(key) >= 4.5
    ? {start, end, kind: 'AWS secret key'}
    : undefined;
}
