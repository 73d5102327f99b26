import {Buffer} from 'node:buffer';
import {createHash} from 'node:crypto';
import {constants} from 'node:fs';
import {open} from 'node:fs/promises';
import {formatBytes} from '../../assertions/amounts.ts';
import type {Claim} from '../../assertions/subject.ts';
import type {Encoding} from '../../text/encoding.ts';
import type {TextContent} from '../../text/text-content.ts';
import {createTextReader} from '../../text/text-reader.ts';

/** So much is read of a file that does not say how long it is, as those of /proc. */
const unmeasuredLimit = 4 * 1024 * 1024;

const blockSize = 256 * 1024;

/** Subjects for which a file has to be opened. */
const contentSubjects = ['content', 'json', 'yaml'];

export function isAboutContent({subject}: Claim): boolean {
  return subject === 'sha256' || contentSubjects.includes(subject);
}

export interface ReadContent {
  readonly content: TextContent;
  readonly sha256: string;
}

export interface ContentOrder {
  readonly claims: readonly Claim[];
  readonly signal: AbortSignal;
  readonly encoding?: Encoding | undefined;
}

/**
 * Reads a regular file once, for its hash and for what is claimed of its content. Gives a sentence
 * where that cannot be judged, and undefined when the signal came first.
 * @throws NodeJS.ErrnoException as `open` and `read` do.
 * @throws SlowPatternError
 */
export async function readContent(
  path: string,
  {claims, signal, encoding}: ContentOrder,
): Promise<ReadContent | string | undefined> {
  // Without O_NONBLOCK, opening a pipe that took the file's place would wait for ever.
  const handle = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    const {size} = await handle.stat();
    // A file that grows while it is read must come to an end; files of /proc say that they are empty.
    const limit = size === 0 ? unmeasuredLimit : size;
    const hash = createHash('sha256');
    const reader = createTextReader({
      claims,
      subjects: contentSubjects,
      encoding,
      size,
      isRaw: true,
    });
    const block = Buffer.allocUnsafe(Math.min(blockSize, limit));
    let bytes = 0;
    while (!signal.aborted && bytes < limit) {
      const {bytesRead} = await handle.read(block, 0, Math.min(block.length, limit - bytes));
      if (bytesRead === 0) break;
      const chunk = block.subarray(0, bytesRead);
      bytes += bytesRead;
      hash.update(chunk);
      reader.push(chunk);
    }
    if (signal.aborted) return undefined;
    if (size === 0 && bytes === limit)
      return `The file says that it is empty, but goes on after ${formatBytes(limit)}.`;
    return {sha256: hash.digest('hex'), content: reader.content()};
  } finally {
    await handle.close();
  }
}
