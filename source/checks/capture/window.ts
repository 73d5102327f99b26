import {Buffer} from 'node:buffer';

/** Keeps the beginning and the end of a stream of any length, in bounded memory. */
export interface ByteWindow {
  readonly push: (chunk: Uint8Array) => void;
  readonly view: () => WindowView;
}

export interface WindowView {
  readonly head: Buffer;
  /** Empty when everything fits into `head`. */
  readonly tail: Buffer;
  readonly bytes: number;
  /** Bytes between head and tail that were let go. */
  readonly omitted: number;
}

/** Memory grows with what comes, up to `headLimit` plus `tailLimit` bytes (and slack while growing). */
export function createWindow(headLimit: number, tailLimit: number): ByteWindow {
  let head = Buffer.alloc(0);
  let headLength = 0;
  let ring = Buffer.alloc(0);
  let ringLength = 0;
  let ringNext = 0;
  let bytes = 0;

  function fillHead(chunk: Uint8Array): void {
    if (headLength + chunk.length > head.length) {
      const grown = Buffer.alloc(
        Math.min(headLimit, Math.max(4096, (headLength + chunk.length) * 2)),
      );
      head.copy(grown, 0, 0, headLength);
      head = grown;
    }
    head.set(chunk, headLength);
    headLength += chunk.length;
  }

  function fillRing(chunk: Uint8Array): void {
    if (ring.length === 0) ring = Buffer.alloc(tailLimit);
    const last = chunk.subarray(-tailLimit);
    const untilEnd = Math.min(last.length, tailLimit - ringNext);
    ring.set(last.subarray(0, untilEnd), ringNext);
    ring.set(last.subarray(untilEnd), 0);
    ringNext = (ringNext + last.length) % tailLimit;
    ringLength = Math.min(tailLimit, ringLength + last.length);
  }

  return {
    push(chunk) {
      bytes += chunk.length;
      const room = Math.min(chunk.length, headLimit - headLength);
      if (room > 0) fillHead(chunk.subarray(0, room));
      if (chunk.length > room) fillRing(chunk.subarray(room));
    },
    view() {
      const isWrapped = ringLength === tailLimit;
      const tail = isWrapped
        ? Buffer.concat([ring.subarray(ringNext), ring.subarray(0, ringNext)])
        : Buffer.from(ring.subarray(0, ringLength));
      return {
        head: head.subarray(0, headLength),
        tail,
        bytes,
        omitted: bytes - headLength - ringLength,
      };
    },
  };
}
