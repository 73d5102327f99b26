import {Buffer} from 'node:buffer';
import type {Assertion} from '../assertions/assertion.ts';
import {leavesOf, type Leaf} from '../assertions/leaves.ts';
import {searchInTime} from '../assertions/slow-pattern.ts';
import type {Claim} from '../assertions/subject.ts';
import {keepText} from '../capture/raw-output.ts';
import {compressionOf, decodeText, sniff, toUtf8, type Encoding} from './encoding.ts';
import {createLineScanner} from './line-scanner.ts';
import {withoutLastLineEnd} from './last-line-end.ts';
import {seenText} from './seen-text.ts';
import {lineTestOf, type LineFound, type TextContent} from './text-content.ts';

/** A text up to this long, in bytes, is judged as a whole; a longer one is never held in memory. */
const wholeLimit = 4 * 1024 * 1024;

/** Data has to be held as a whole to be read. */
const documentLimit = 64 * 1024 * 1024;

/** Subjects that read a text as data. */
const documentSubjects: ReadonlySet<string> = new Set(['json', 'yaml']);

/** So much of a line is kept, in characters; enough to see secrets whole. */
const lineLength = 4096;

export interface TextReaderOptions {
  /** What will be said of the text, and of the data in it. */
  readonly claims: readonly Claim[];
  /** The subjects that are about this text. */
  readonly subjects: readonly string[];
  readonly encoding?: Encoding | undefined;
  /** How long it will be, in bytes, where that is known. */
  readonly size?: number | undefined;
  /** It is no output for a terminal, or was asked for as it is: nothing is taken out of it. */
  readonly isRaw?: boolean | undefined;
}

/** Takes a text of any length as it comes, and keeps what its judgement needs. */
export interface TextReader {
  /** Gets each piece on loan. */
  readonly push: (chunk: Uint8Array) => void;
  /** @throws SlowPatternError */
  readonly content: () => TextContent;
}

function scanFor(leaves: readonly Leaf[], isRaw: boolean) {
  const found = new Map<Leaf, LineFound>();
  const ends = leaves.flatMap((leaf) => {
    const {pattern, only} = lineTestOf(leaf) ?? {};
    return pattern && only ? [{leaf, pattern, only}] : [];
  });
  const searched = leaves.flatMap((leaf) => {
    const {pattern, only} = lineTestOf(leaf) ?? {};
    return pattern && !only ? [{leaf, pattern}] : [];
  });
  const patterns = searched.map(({pattern}) => pattern);
  const onMatch = (index: number, line: string) => {
    const leaf = searched[index]?.leaf;
    if (!leaf) return;
    const {count, first} = found.get(leaf) ?? {count: 0, first: line.slice(0, lineLength)};
    found.set(leaf, {count: count + 1, first});
  };
  return {
    found,
    ends,
    both: ends.length > 0 ? keepText() : undefined,
    scanner: createLineScanner(patterns, onMatch, {isRaw}),
  };
}

/** Looks at the beginning and the end of a long text, for the patterns that stand there. */
function lookAtEnds({found, ends, both}: Scan, isRaw: boolean): Set<Leaf> {
  const untold = new Set<Leaf>();
  if (!both) return untold;
  const {text, omitted} = both.text();
  const seen = isRaw ? text : seenText(text);
  const [first = ''] = seen.split('\n', 1);
  const said = withoutLastLineEnd(seen);
  const lasts = new Set([seen, said].map((one) => one.slice(one.lastIndexOf('\n') + 1)));
  // Between what was kept of both ends stands a line end of ours.
  const isCut = omitted > 0 && (seen.match(/\n/g)?.length ?? 0) <= 1;
  for (const {leaf, pattern, only} of ends) {
    const lines = only === 'first' ? [first] : [...lasts];
    const line = searchInTime(() => lines.find((one) => pattern.expression.test(one)));
    if (line !== undefined) found.set(leaf, {count: 1, first: line.slice(0, lineLength)});
    else if (isCut) untold.add(leaf);
  }
  return untold;
}

/** Why there is no text in some bytes, where they are packed. */
function packed(head: Uint8Array): string | undefined {
  const compression = compressionOf(head);
  return compression && `it is compressed (${compression}), and what is in it was not looked at`;
}

type Scan = ReturnType<typeof scanFor>;

/** Reads a text for the claims about it: as a whole while it is short, and line by line beyond that. */
export function createTextReader({
  claims,
  subjects,
  encoding,
  size = 0,
  isRaw = false,
}: TextReaderOptions): TextReader {
  const own = claims.filter(({subject}) => subjects.includes(subject));
  const isDocument = own.some(({subject}) => documentSubjects.has(subject));
  const limit = isDocument ? documentLimit : wholeLimit;
  const leaves = own
    .filter(({subject}) => !documentSubjects.has(subject))
    .flatMap(({statement}) => leavesOf(statement as Assertion));
  const held: Buffer[] = [];
  let bytes = 0;
  let unread: string | undefined;
  let failure: {readonly error: unknown} | undefined;
  let scan: Scan | undefined;
  let convert: ReturnType<typeof toUtf8> | undefined;

  function look(take: (scan: Scan, from: ReturnType<typeof toUtf8>) => void): void {
    if (failure || unread !== undefined || !scan || !convert) return;
    try {
      take(scan, convert);
    } catch (error) {
      // Thrown on in a stream's event, it would end the program.
      failure = {error};
    }
  }

  function feed(chunk?: Uint8Array): void {
    look(({scanner, both}, from) => {
      const piece = from(chunk);
      scanner.push(piece);
      both?.push(piece);
    });
  }

  function startScan(): void {
    const parts = held.splice(0);
    const [head = Buffer.alloc(0)] = parts;
    unread = packed(head);
    if (unread !== undefined) return;
    const sniffed = sniff(head, encoding);
    convert = toUtf8(sniffed.type === 'text' ? sniffed.encoding : undefined);
    scan = scanFor(leaves, isRaw);
    for (const part of parts) feed(part);
  }

  return {
    push(chunk) {
      if (own.length === 0) return;
      bytes += chunk.length;
      if (!scan && unread === undefined) held.push(Buffer.from(chunk));
      else feed(chunk);
      if (Math.max(bytes, size) > limit && !scan && unread === undefined) startScan();
    },
    content() {
      const all = scan ? undefined : Buffer.concat(held);
      const reason = unread ?? (all && packed(all));
      if (reason !== undefined) return {type: 'unread', reason};
      if (!scan) {
        const text = decodeText(all ?? Buffer.alloc(0), encoding);
        return {type: 'whole', text: isRaw ? text : seenText(text), bytes};
      }
      feed();
      look(({scanner}) => {
        scanner.end();
      });
      if (failure) throw failure.error;
      const untold = lookAtEnds(scan, isRaw);
      return {type: 'scanned', bytes, found: scan.found, untold};
    },
  };
}
