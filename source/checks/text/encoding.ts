import {Buffer, isUtf8} from 'node:buffer';

/** How a text is written, in the words of the WHATWG's encoding standard. */
export type Encoding = string;

/** Whether a person's word for an encoding is a known one. */
export function isEncoding(label: string): boolean {
  try {
    return new TextDecoder(label) instanceof TextDecoder;
  } catch {
    return false;
  }
}

const marks: readonly (readonly [Encoding, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/** Bytes that tell what is no text, and what it is then. */
const signatures: readonly (readonly [string, readonly (number | undefined)[]])[] = [
  ['gzip', [0x1f, 0x8b]],
  ['zstd', [0x28, 0xb5, 0x2f, 0xfd]],
  ['bzip2', [0x42, 0x5a, 0x68, undefined, 0x31, 0x41, 0x59]],
  ['xz', [0xfd, 0x37, 0x7a, 0x58, 0x5a]],
  ['compress', [0x1f, 0x9d]],
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['lz4', [0x04, 0x22, 0x4d, 0x18]],
];

function beginsWith(bytes: Uint8Array, start: readonly (number | undefined)[]): boolean {
  return start.every((byte, at) => at < bytes.length && (byte ?? bytes[at]) === bytes[at]);
}

/** By what a file is compressed, from its first bytes; undefined where it is not. */
export function compressionOf(head: Uint8Array): string | undefined {
  return signatures.find(([, start]) => beginsWith(head, start))?.[0];
}

/** So much of a beginning is enough to tell what it is, in bytes. */
export const sniffed = 8192;

/** Where the zeros that a log gets which was emptied under its writer come to an end. */
function afterZeros(head: Uint8Array): Uint8Array {
  const first = head.findIndex((byte) => byte !== 0);
  // An even number of them, so that a text of two bytes a letter keeps its step.
  return first <= 8 ? head : head.subarray(first - (first % 2));
}

/** UTF-16 without a mark: text of mostly ASCII has a zero in every second byte. */
function utf16Of(head: Uint8Array): Encoding | undefined {
  const zeros = [0, 0];
  for (const [at, byte] of head.entries()) if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const half = head.length / 2;
  const [even = 0, odd = 0] = zeros;
  if (head.length < 4) return undefined;
  if (odd > half * 0.6 && even < half * 0.1) return 'utf-16le';
  return even > half * 0.6 && odd < half * 0.1 ? 'utf-16be' : undefined;
}

export type Sniffed =
  /** Undefined: UTF-8, and what is none of it is taken for Windows-1252. */
  | {readonly type: 'text'; readonly encoding: Encoding | undefined}
  | {readonly type: 'binary'; readonly what: string};

/** What the first bytes of something are; a person's word goes before what they look like. */
export function sniff(head: Uint8Array, declared?: Encoding): Sniffed {
  const compression = compressionOf(head);
  if (compression !== undefined) return {type: 'binary', what: `compressed (${compression})`};
  const marked = marks.find(([, start]) => beginsWith(head, start))?.[0];
  if (marked !== undefined || declared !== undefined)
    return {type: 'text', encoding: marked ?? declared};
  const start = afterZeros(head.subarray(0, sniffed));
  const encoding = utf16Of(start);
  return encoding === undefined && start.includes(0)
    ? {type: 'binary', what: 'binary'}
    : {type: 'text', encoding};
}

const fallback = new TextDecoder('windows-1252');

/** The text of bytes that are UTF-8. */
function decodeUtf8({buffer, byteOffset, byteLength}: Uint8Array): string {
  return Buffer.from(buffer, byteOffset, byteLength).toString('utf8');
}

/**
 * Text of UTF-8. A line that is none is taken for Windows-1252: old programs write it, and a
 * replacement sign would hide its letters from every pattern.
 */
export function decodeLines(bytes: Uint8Array): string {
  if (isUtf8(bytes)) return decodeUtf8(bytes);
  const lines: string[] = [];
  for (let start = 0; start <= bytes.length;) {
    const next = bytes.indexOf(10, start);
    const end = next === -1 ? bytes.length : next;
    const line = bytes.subarray(start, end);
    lines.push(isUtf8(line) ? decodeUtf8(line) : fallback.decode(line));
    start = end + 1;
  }
  return lines.join('\n');
}

/** A whole text: by its mark, else as declared, else as {@link decodeLines} does. */
export function decodeText(bytes: Uint8Array, declared?: Encoding): string {
  const found = sniff(bytes, declared);
  const encoding = found.type === 'text' ? found.encoding : declared;
  return encoding === undefined ? decodeLines(bytes) : new TextDecoder(encoding).decode(bytes);
}

/** Turns a stream of bytes into UTF-8, piece by piece; gives the same piece where it is so already. */
export function toUtf8(encoding: Encoding | undefined): (chunk?: Uint8Array) => Uint8Array {
  const isSame = encoding === undefined || encoding === 'utf-8' || encoding === 'utf8';
  if (isSame) return (chunk = new Uint8Array()) => chunk;
  const decoder = new TextDecoder(encoding);
  return (chunk) => Buffer.from(decoder.decode(chunk, {stream: chunk !== undefined}));
}
