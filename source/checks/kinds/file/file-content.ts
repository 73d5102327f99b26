import {Buffer} from 'node:buffer';
import {createHash} from 'node:crypto';
import {constants} from 'node:fs';
import {open} from 'node:fs/promises';
import {formatBytes} from '../../assertions/amounts.ts';
import type {Assertion} from '../../assertions/assertion.ts';
import {leavesOf, type Leaf} from '../../assertions/leaves.ts';
import type {Claim} from '../../assertions/subject.ts';
import {linePatternOf, type FileContent} from '../content-subject.ts';
import {createLineScanner} from '../log/line-scanner.ts';

/** A file up to this long, in bytes, is looked at as a whole; a longer one is never held in memory. */
const wholeLimit = 4 * 1024 * 1024;

const blockSize = 256 * 1024;

/** Subjects for which a file has to be opened. */
const contentSubjects: ReadonlySet<string> = new Set(['content', 'json', 'yaml', 'sha256']);

export function isAboutContent({subject}: Claim): boolean {
  return contentSubjects.has(subject);
}

export interface ReadContent {
  readonly content: FileContent;
  readonly sha256: string;
}

/** What cannot be said about a long file, if something of it was asked. */
function hindrance(claims: readonly Claim[], size: string): string | undefined {
  const document = claims.find(({subject}) => subject === 'json' || subject === 'yaml');
  if (document) {
    const limit = formatBytes(wholeLimit);
    return `The file is ${size} long, and ${document.subject.toUpperCase()} is read up to ${limit}.`;
  }
  const leaf = contentLeaves(claims).find((one) => linePatternOf(one) === 'unknown');
  return leaf
    ? `The file is ${size} long, so it is looked at line by line, and a pattern that may go beyond a line cannot be judged. Write it with the flag m and without \\s and [^…], or use a log check.`
    : undefined;
}

function contentLeaves(claims: readonly Claim[]): readonly Leaf[] {
  return claims
    .filter(({subject}) => subject === 'content')
    .flatMap(({statement}) => leavesOf(statement as Assertion));
}

/** Finds for each part of the claims the first line that it is true of. */
function scanFor(claims: readonly Claim[]) {
  const found = new Map<Leaf, string>();
  const searched = contentLeaves(claims).flatMap((leaf) => {
    const pattern = linePatternOf(leaf);
    return typeof pattern === 'object' ? [{leaf, pattern}] : [];
  });
  const patterns = searched.map(({pattern}) => pattern);
  const scanner = createLineScanner(patterns, (index, line) => {
    const leaf = searched[index]?.leaf;
    if (leaf && !found.has(leaf)) found.set(leaf, line.slice(0, 4096));
  });
  return {found, scanner: patterns.length > 0 ? scanner : undefined};
}

/**
 * Reads a regular file once, for its hash and for what is claimed of its content. Gives a sentence
 * where that cannot be judged, and undefined when the signal came first.
 * @throws NodeJS.ErrnoException as `open` and `read` do.
 */
export async function readContent(
  path: string,
  claims: readonly Claim[],
  signal: AbortSignal,
): Promise<ReadContent | string | undefined> {
  // Without O_NONBLOCK, opening a pipe that took the file's place would wait for ever.
  const handle = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    const {size} = await handle.stat();
    const isLong = size > wholeLimit;
    const problem = isLong ? hindrance(claims, formatBytes(size)) : undefined;
    if (problem !== undefined) return problem;
    // A file that grows while it is read must come to an end; files of /proc say that they are empty.
    const limit = size === 0 ? wholeLimit : size;
    const hash = createHash('sha256');
    const parts: Buffer[] = [];
    const {found, scanner} = scanFor(isLong ? claims : []);
    const block = Buffer.allocUnsafe(Math.min(blockSize, limit));
    let bytes = 0;
    while (!signal.aborted && bytes < limit) {
      const {bytesRead} = await handle.read(block, 0, Math.min(block.length, limit - bytes));
      if (bytesRead === 0) break;
      const chunk = block.subarray(0, bytesRead);
      bytes += bytesRead;
      hash.update(chunk);
      if (isLong) scanner?.push(chunk);
      else parts.push(Buffer.from(chunk));
    }
    if (signal.aborted) return undefined;
    scanner?.end();
    if (size === 0 && bytes === limit)
      return `The file says that it is empty, but goes on after ${formatBytes(limit)}.`;
    const sha256 = hash.digest('hex');
    return isLong
      ? {sha256, content: {type: 'scanned', bytes, found}}
      : {sha256, content: {type: 'whole', text: Buffer.concat(parts).toString(), bytes}};
  } finally {
    await handle.close();
  }
}
