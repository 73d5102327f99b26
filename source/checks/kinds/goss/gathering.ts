import {Buffer} from 'node:buffer';

/** About 40,000 properties; more is no answer that anybody reads. */
const longest = 32 * 1024 * 1024;

/** Gathers the whole of an answer that only makes sense as a whole. */
export function createGathering() {
  const parts: Buffer[] = [];
  let size = 0;
  return {
    push(chunk: Uint8Array) {
      size += chunk.byteLength;
      // The piece is on loan.
      if (size <= longest) parts.push(Buffer.from(chunk));
    },
    text: () => Buffer.concat(parts).toString(),
  };
}
