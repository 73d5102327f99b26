// Node unpacks Brotli itself; the package has half a megabyte of words for it.
import {brotliDecompressSync} from 'node:zlib';

/** Unpacks the tables of a WOFF2 font. */
export default function decompress(packed: Uint8Array): Uint8Array {
  return brotliDecompressSync(packed);
}
