import {Buffer} from 'node:buffer';
import type {Span} from './spans.ts';

const kind = 'secret value';

/** Shorter values occur by chance, and redacting them would eat the text. */
const shortestValue = 6;

/** Characters a base64 run may have on each side of a found part. */
const longestRun = 4096;

/**
 * The parts of the base64 forms of `value` that do not depend on what stands around it. Three bytes
 * become four characters, so there are three ways in which a value can lie.
 * @see https://www.rfc-editor.org/rfc/rfc4648#section-4
 */
function base64Parts(value: string): string[] {
  const bytes = Buffer.from(value);
  return [0, 1, 2].flatMap((before) => {
    const encoded = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64');
    const from = Math.ceil((before * 8) / 6);
    const to = Math.floor(((before + bytes.length) * 8) / 6);
    const part = encoded.slice(from, to);
    const urlSafe = part.replaceAll('+', '-').replaceAll('/', '_');
    return part.length < shortestValue ? [] : [part, urlSafe];
  });
}

function* occurrences(text: string, part: string): Generator<number> {
  for (let at = text.indexOf(part); at !== -1; at = text.indexOf(part, at + part.length)) yield at;
}

function wholeRun(text: string, start: number, end: number): [number, number] {
  const isPart = (at: number) => /[A-Za-z0-9+/_=-]/.test(text.charAt(at));
  let first = start;
  while (first > 0 && start - first < longestRun && isPart(first - 1)) first -= 1;
  let last = end;
  while (last < text.length && last - end < longestRun && isPart(last)) last += 1;
  return [first, last];
}

function plainSpans(text: string, value: string): Span[] {
  const forms = new Set([
    value,
    JSON.stringify(value).slice(1, -1),
    encodeURIComponent(value.toWellFormed()),
    ...value.split(/\r?\n/).filter((line) => line.length >= 16),
  ]);
  return [...forms].flatMap((form) =>
    [...occurrences(text, form)].map((start) => ({start, end: start + form.length, kind})),
  );
}

function encodedSpans(text: string, value: string): Span[] {
  return [...new Set(base64Parts(value))].flatMap((part) =>
    [...occurrences(text, part)].map((at) => {
      const [start, end] = wholeRun(text, at, at + part.length);
      return {start, end, kind};
    }),
  );
}

/** Exact values that are known to be secret, as they are, quoted, in a URL, or in base64. */
export function knownValueSpans(text: string, values: readonly string[]): Span[] {
  return values
    .filter((value) => value.length >= shortestValue)
    .flatMap((value) => plainSpans(text, value).concat(encodedSpans(text, value)));
}
