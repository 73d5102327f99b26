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

/** A secret key of AWS, alone: 40 characters of base64, which no hash and no name has. */
export function unnamedKey(text: string, start: number, end: number): Span | undefined {
  if (end - start !== length || /[=.\\]/.test(text.charAt(end) + text.charAt(start - 1)))
    return undefined;
  const key = text.slice(start, end);
  const isMixed = /[A-Z]/.test(key) && /[a-z]/.test(key) && /\d\D*\d/.test(key);
  const isPath = (key.match(/\//g)?.length ?? 0) > 3 || key.startsWith('/') || /[-_]/.test(key);
  return isMixed && !isPath && !/^[\da-fA-F]+$/.test(key) && entropy(key) >= 4.5
    ? {start, end, kind: 'AWS secret key'}
    : undefined;
}
