import type {Transform} from 'node:stream';
import zlib from 'node:zlib';

// RFC 9110, section 8.4.1: x-gzip is gzip; some servers send "deflate" without its zlib head.
const unpackers: Readonly<Record<string, () => Transform>> = {
  gzip: () => zlib.createGunzip({flush: zlib.constants.Z_SYNC_FLUSH}),
  'x-gzip': () => zlib.createGunzip({flush: zlib.constants.Z_SYNC_FLUSH}),
  deflate: () => zlib.createInflate(),
  br: () => zlib.createBrotliDecompress(),
  zstd: () => zlib.createZstdDecompress(),
};

/** What is asked of a server: the ways of packing that can be undone here. */
export const acceptedEncodings = Object.keys(unpackers)
  .filter((name) => name !== 'x-gzip')
  .join(', ');

/** Packed bytes that may wait to be unpacked; whoever sends more than that is not waited for. */
const mostWaiting = 64 * 1024 * 1024;

/** Takes a body as it comes off the wire and hands it on as it was before it was packed. */
export interface BodyUnpacker {
  /** False: too much waits already. */
  readonly push: (chunk: Uint8Array) => boolean;
  /** Resolves when all of it was handed on. @throws Error where it cannot be unpacked */
  readonly end: () => Promise<void>;
  readonly close: () => void;
}

/** @param encoding the header `content-encoding` */
export function createUnpacker(encoding: string, take: (chunk: Uint8Array) => void): BodyUnpacker {
  const names = encoding
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);
  const steps = names
    .toReversed()
    .map((name) => (Object.hasOwn(unpackers, name) ? unpackers[name]?.() : undefined));
  const known = steps.filter((step) => step !== undefined);
  const [first] = known;
  const last = known.at(-1);
  // What nobody here can unpack is looked at as it is.
  if (!first || !last || known.length < steps.length)
    return {
      push(chunk) {
        take(chunk);
        return true;
      },
      end: async () => Promise.resolve(),
      close: () => undefined,
    };
  const done = Promise.withResolvers<void>();
  done.promise.catch(() => undefined);
  for (const [at, step] of known.entries()) {
    step.on('error', done.reject);
    const next = known[at + 1];
    if (next) step.pipe(next);
  }
  last.on('data', take);
  last.once('end', done.resolve);
  return {
    push(chunk) {
      // Nobody waits for it to be unpacked: a connection that is paused and then ends breaks undici.
      first.write(chunk);
      return first.writableLength <= mostWaiting;
    },
    async end() {
      first.end();
      return done.promise;
    },
    close() {
      for (const step of known) step.destroy();
    },
  };
}
