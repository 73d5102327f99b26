import {binaryKind, decodeText} from '../decode-text.ts';

/** The names that `decodeText` gives an encoding, as a decoder knows them. */
const labels = {
  'UTF-16LE': 'utf-16le',
  'UTF-16BE': 'utf-16be',
  MacRoman: 'macintosh',
  'Latin-1': 'windows-1252',
} as const;
type Encoding = keyof typeof labels;

/** A line of a file, with the bytes that it is written in. */
export interface ByteLine {
  readonly text: string;
  readonly bytes: Uint8Array;
  /** What ends it, none on the last line. */
  readonly end: Uint8Array;
}

/** A file as lines, so that those that are left alone keep their bytes whatever these mean. */
export interface ByteFile {
  /** The byte order mark, where there is one. */
  readonly mark: Uint8Array;
  readonly lines: readonly ByteLine[];
  /** Absent for UTF-8. */
  readonly encoding?: Encoding;
}

const marks: readonly (readonly number[])[] = [
  [0xef, 0xbb, 0xbf],
  [0xff, 0xfe],
  [0xfe, 0xff],
];

function isEncoding(name: string): name is Encoding {
  return Object.hasOwn(labels, name);
}

function decode(bytes: Uint8Array, encoding: Encoding | undefined): string {
  const label = encoding ? labels[encoding] : 'utf-8';
  return new TextDecoder(label, {ignoreBOM: true}).decode(bytes);
}

const tables = new Map<Encoding, ReadonlyMap<string, number>>();

/** Which byte stands for a character, in an encoding of one byte each. */
function tableOf(encoding: Encoding): ReadonlyMap<string, number> {
  const known = tables.get(encoding);
  if (known) return known;
  const bytes = Uint8Array.from({length: 256}, (_, at) => at);
  const table = new Map(Array.from(decode(bytes, encoding), (sign, at) => [sign, at]));
  tables.set(encoding, table);
  return table;
}

function encode(text: string, encoding: Encoding | undefined): Uint8Array | undefined {
  if (encoding === undefined) return Buffer.from(text, 'utf8');
  if (encoding === 'UTF-16LE') return Buffer.from(text, 'utf16le');
  if (encoding === 'UTF-16BE') return Buffer.from(text, 'utf16le').swap16();
  const table = tableOf(encoding);
  const bytes = Array.from(text, (sign) => table.get(sign));
  return bytes.every((byte) => byte !== undefined) ? Uint8Array.from(bytes) : undefined;
}

/** Where a line ends and the next one begins, in bytes. */
function* cuts(bytes: Uint8Array, width: 1 | 2, high: 0 | 1) {
  const unit = (at: number) =>
    width === 1 ? bytes[at] : bytes[at + 1 - high] === 0 ? bytes[at + high] : undefined;
  for (let at = 0; at < bytes.length; at += width) {
    const found = unit(at);
    if (found !== 10 && found !== 13) continue;
    const length = found === 13 && unit(at + width) === 10 ? 2 * width : width;
    yield {at, next: at + length};
    at += length - width;
  }
}

/** Takes a file apart into its lines; nothing where it is no text. */
export function splitFile(bytes: Uint8Array): ByteFile | undefined {
  if (binaryKind(bytes) !== undefined) return undefined;
  const {encoding: name = ''} = decodeText(bytes);
  const encoding = isEncoding(name) ? name : undefined;
  const isMarked = marks.find((mark) => mark.every((byte, at) => bytes[at] === byte));
  // In an encoding of one byte each, what looks like a mark is text.
  const isPlain = encoding === 'MacRoman' || encoding === 'Latin-1';
  const mark = bytes.subarray(0, isPlain ? 0 : (isMarked?.length ?? 0));
  const body = bytes.subarray(mark.length);
  const isWide = encoding === 'UTF-16LE' || encoding === 'UTF-16BE';
  const lines: ByteLine[] = [];
  let begins = 0;
  const add = (at: number, next: number) => {
    const own = body.subarray(begins, at);
    lines.push({text: decode(own, encoding), bytes: own, end: body.subarray(at, next)});
    begins = next;
  };
  for (const {at, next} of cuts(body, isWide ? 2 : 1, encoding === 'UTF-16BE' ? 1 : 0))
    add(at, next);
  add(body.length, body.length);
  return {mark, lines, ...(encoding ? {encoding} : {})};
}

/**
 * The bytes of a line that is to say something else; nothing where its encoding cannot say it, or
 * where some of its bytes mean nothing and would be lost.
 */
export function encodeLine(
  text: string,
  {bytes, text: before}: ByteLine,
  {encoding}: ByteFile,
): Uint8Array | undefined {
  const kept = encode(before, encoding);
  if (!kept || Buffer.compare(kept, bytes) !== 0) return undefined;
  return encode(text, encoding);
}

/** Puts lines together again. `changed` are the bytes of those that are to be others, by their index. */
export function joinFile(
  {mark, lines}: ByteFile,
  changed: ReadonlyMap<number, Uint8Array>,
): Uint8Array {
  return Buffer.concat([
    mark,
    ...lines.flatMap(({bytes, end}, at) => [changed.get(at) ?? bytes, end]),
  ]);
}
