import type {Buffer} from 'node:buffer';
import type {BlockHash} from '../../capture/block-hash.ts';
import type {Encoding} from '../../text/encoding.ts';
import {unpacked, type LogSource} from './log-source.ts';

export interface ReadOrder {
  /** Bytes of what is in the log that were looked at before. */
  readonly from: number;
  readonly hash: BlockHash;
  readonly signal: AbortSignal;
  /** Gets each piece on loan. */
  readonly take: (chunk: Uint8Array) => void;
}

/** How far it was read. */
export interface ReadEnd {
  /** Bytes up to the end of the last whole line. */
  readonly lineEnd: number;
  /** It holds fewer bytes than it said, or than were looked at before. */
  readonly isShort: boolean;
}

/** The place after the last line end in a block that begins at `start` of the text; -1 for none. */
function afterLineEnd(block: Buffer, length: number, start: number, encoding?: Encoding): number {
  if (encoding !== 'utf-16le' && encoding !== 'utf-16be')
    return block.lastIndexOf(10, length - 1) + 1 || -1;
  const [first, second] = encoding === 'utf-16le' ? [10, 0] : [0, 10];
  for (let at = length - 2 - ((start + length) % 2); at >= 0; at -= 2)
    if (block[at] === first && block[at + 1] === second) return at + 2;
  return -1;
}

/** Reads block by block, the next one while the last is looked at. */
async function readPlain(
  {handle, end, content}: LogSource,
  {from, hash, signal, take}: ReadOrder,
): Promise<ReadEnd> {
  const encoding = content.type === 'text' ? content.encoding : undefined;
  let position = from;
  let lineEnd = from;
  async function fill() {
    const block = await hash.free();
    const length = Math.min(block.length, end - position);
    const {bytesRead} = length > 0 ? await handle.read(block, 0, length, position) : {bytesRead: 0};
    position += bytesRead;
    return {block, bytesRead, start: position - bytesRead};
  }
  for (let next = fill(); ;) {
    const {block, bytesRead, start} = await next;
    if (bytesRead === 0 || signal.aborted)
      return {lineEnd, isShort: Number.isFinite(end) && position < end};
    next = fill();
    hash.push(block, bytesRead);
    const last = afterLineEnd(block, bytesRead, start, encoding);
    lineEnd = last === -1 ? lineEnd : start + last;
    take(block.subarray(0, bytesRead));
  }
}

async function readUnpacked(
  source: LogSource,
  {from, hash, signal, take}: ReadOrder,
): Promise<ReadEnd> {
  let position = 0;
  for await (const chunk of unpacked(source) as AsyncIterable<Buffer>) {
    if (signal.aborted) break;
    let rest = chunk.subarray(Math.max(0, Math.min(chunk.length, from - position)));
    position += chunk.length;
    while (rest.length > 0) {
      const block = await hash.free();
      const length = rest.copy(block);
      hash.push(block, length);
      take(block.subarray(0, length));
      rest = rest.subarray(length);
    }
  }
  // Nobody writes to it any more, so its last line is whole.
  return {lineEnd: position, isShort: position < from};
}

/** Reads what is in a log from a place on. @throws Error where it cannot be unpacked to its end */
export async function readSource(source: LogSource, order: ReadOrder): Promise<ReadEnd> {
  return source.unpack ? readUnpacked(source, order) : readPlain(source, order);
}
