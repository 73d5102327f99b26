import {Buffer} from 'node:buffer';
import {constants} from 'node:fs';
import {open, type FileHandle} from 'node:fs/promises';
import {Readable, type Transform} from 'node:stream';
import zlib from 'node:zlib';
import {compressionOf, sniff, sniffed, type Encoding, type Sniffed} from '../../text/encoding.ts';

/** A log file that is open, and what its first bytes are. */
export interface LogSource {
  readonly path: string;
  readonly handle: FileHandle;
  /** Where to stop: a log that grows faster than it is read must still come to an end. */
  readonly end: number;
  /** How to get at what is in it, where it is compressed in a way that can be read here. */
  readonly unpack: (() => Transform) | undefined;
  /** Of what is in it, or why that cannot be read. */
  readonly content: Sniffed;
}

const blockSize = 64 * 1024;

const unpackers: Readonly<Record<string, (() => Transform) | undefined>> = {
  gzip: () => zlib.createGunzip(),
  zstd: () => zlib.createZstdDecompress(),
};

/** The first bytes of what a stream brings; the stream is ended. */
async function firstOf(stream: Readable, length: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    bytes += chunk.length;
    if (bytes >= length) break;
  }
  return Buffer.concat(chunks).subarray(0, length);
}

/** The bytes of a file, whose handle stays open. */
async function* bytesOf(handle: FileHandle, end: number): AsyncGenerator<Buffer> {
  for (let position = 0; position < end;) {
    const length = Math.min(blockSize, end - position);
    const {buffer, bytesRead} = await handle.read(Buffer.alloc(length), 0, length, position);
    if (bytesRead === 0) return;
    position += bytesRead;
    yield buffer.subarray(0, bytesRead);
  }
}

/** What is in the file, as a stream from its beginning on. */
export function unpacked({
  handle,
  end,
  unpack,
}: Pick<LogSource, 'handle' | 'end' | 'unpack'>): Readable {
  const packed = Readable.from(bytesOf(handle, end));
  if (!unpack) return packed;
  const out = unpack();
  packed.once('error', (error) => out.destroy(error));
  out.once('close', () => packed.destroy());
  return packed.pipe(out);
}

/** The first bytes of what is in a log. */
export async function headOf(source: LogSource, length: number): Promise<Buffer> {
  if (source.unpack) return firstOf(unpacked(source), length);
  const {buffer, bytesRead} = await source.handle.read(Buffer.alloc(length), 0, length, 0);
  return buffer.subarray(0, bytesRead);
}

function problemOf(compression: string): string {
  return `compressed (${compression}), which is not read here; give a command that unpacks it`;
}

/**
 * Opens a log to be read.
 * @throws NodeJS.ErrnoException as `open` and `read` do; EISDIR and EINVAL for what is no file.
 */
export async function openSource(path: string, declared?: Encoding): Promise<LogSource> {
  // Without O_NONBLOCK, opening a named pipe that nobody writes to would wait for ever.
  const handle = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    const found = await handle.stat();
    if (!found.isFile())
      throw Object.assign(new Error('no log'), {code: found.isDirectory() ? 'EISDIR' : 'EINVAL'});
    // Files in /proc say size 0 whatever is in them.
    const end = found.size === 0 ? Number.POSITIVE_INFINITY : found.size;
    const {buffer, bytesRead} = await handle.read(Buffer.alloc(sniffed), 0, sniffed, 0);
    const head = buffer.subarray(0, bytesRead);
    const compression = compressionOf(head);
    const unpack = compression === undefined ? undefined : unpackers[compression];
    const base = {path, handle, end, unpack};
    if (compression !== undefined && !unpack)
      return {...base, content: {type: 'binary', what: problemOf(compression)}};
    if (!unpack) return {...base, content: sniff(head, declared)};
    const inner = await firstOf(unpacked(base), sniffed).catch(() => undefined);
    const content = inner
      ? sniff(inner, declared)
      : ({type: 'binary', what: `damaged (it cannot be unpacked)`} as const);
    return {...base, content};
  } catch (error) {
    await handle.close();
    throw error;
  }
}
