import type {FileHandle} from 'node:fs/promises';
import {SlowPatternError} from '../../assertions/slow-pattern.ts';
import {createBlockHash, type BlockHash} from '../../capture/block-hash.ts';
import type {LogPosition} from '../../check-result.ts';
import type {MeasureContext, Measurement} from '../kind.ts';
import {openLog, positionAt, type LogPart, type LogParts} from './log-parts.ts';
import {createScanner, measured, type Scan} from './log-scan.ts';
import type {LineScanner} from './line-scanner.ts';

interface OpenPart extends LogPart {
  readonly handle: FileHandle;
  /** Where to stop: a log that grows faster than it is read must still come to an end. */
  readonly end: number;
}

const openProblems: Readonly<Record<string, string>> = {
  ENOENT: 'There is no such log file',
  EACCES: 'The log file may not be read',
  ENOTDIR: 'There is no such log file',
  EISDIR: 'The log is a folder',
  EINVAL: 'The log is not a regular file',
};

async function openPart(part: LogPart): Promise<OpenPart> {
  const handle = await openLog(part.path);
  const found = await handle.stat();
  if (!found.isFile()) {
    await handle.close();
    throw Object.assign(new Error('no log'), {code: found.isDirectory() ? 'EISDIR' : 'EINVAL'});
  }
  // Files in /proc say size 0 whatever is in them.
  return {...part, handle, end: found.size === 0 ? Number.POSITIVE_INFINITY : found.size};
}

/** Reads a part block by block, the next one while the last is looked at. Gives the end of the last whole line. */
async function readPart(
  {handle, from, end}: OpenPart,
  hash: BlockHash,
  {signal}: Pick<MeasureContext, 'signal'>,
  take: (chunk: Uint8Array) => void,
): Promise<number> {
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
    if (bytesRead === 0 || signal.aborted) return lineEnd;
    next = fill();
    hash.push(block, bytesRead);
    const last = block.lastIndexOf(10, bytesRead - 1);
    lineEnd = last === -1 ? lineEnd : start + last + 1;
    take(block.subarray(0, bytesRead));
  }
}

async function readParts(
  parts: readonly OpenPart[],
  scan: Scan,
  context: MeasureContext,
): Promise<{readonly sha256: string; readonly lineEnd: number}> {
  const expected = parts.reduce((sum, {from, end}) => sum + end - from, 0);
  const hash = createBlockHash(Number.isFinite(expected) ? expected : 0);
  const scanner: LineScanner = createScanner(scan);
  let lineEnd = 0;
  try {
    for (const part of parts) {
      lineEnd = await readPart(part, hash, context, (chunk) => {
        scan.bytes += chunk.length;
        scanner.push(chunk);
      });
      scanner.end();
    }
    return {sha256: context.signal.aborted ? '' : await hash.end(), lineEnd};
  } finally {
    await hash.close();
  }
}

/** Reads the parts of a log. `isRemembered`: the measurement says where the next run goes on. */
export async function scanParts(
  path: string,
  {parts, remark}: LogParts,
  scan: Scan,
  context: MeasureContext,
  isRemembered: boolean,
): Promise<Measurement> {
  const open: OpenPart[] = [];
  scan.remark = remark === '' ? undefined : remark;
  try {
    for (const part of parts) open.push(await openPart(part));
    const {sha256, lineEnd} = await readParts(open, scan, context);
    if (context.signal.aborted) return {values: {}, isCutShort: true};
    const last = open.at(-1);
    const logPosition: LogPosition | undefined =
      isRemembered && last ? await positionAt(last.handle, path, lineEnd) : undefined;
    return {...measured(scan, sha256), ...(logPosition ? {logPosition} : {})};
  } catch (error) {
    if (error instanceof SlowPatternError) throw error;
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const reason = Object.hasOwn(openProblems, code) ? openProblems[code] : undefined;
    const message = `${reason ?? `The log file cannot be read (${code || String(error)})`}: ${path}.`;
    return {values: {}, verdict: {outcome: 'unknown', message}};
  } finally {
    for (const {handle} of open) await handle.close();
  }
}
