import path from 'node:path';
import {SlowPatternError} from '../../assertions/slow-pattern.ts';
import {createBlockHash} from '../../capture/block-hash.ts';
import type {LogPosition} from '../../check-result.ts';
import {toUtf8} from '../../text/encoding.ts';
import type {MeasureContext, Measurement} from '../kind.ts';
import {positionAt, type LogPart, type LogParts} from './log-parts.ts';
import {createScanner, measured, type Scan} from './log-scan.ts';
import {openSource, type LogSource} from './log-source.ts';
import {readSource} from './read-source.ts';

interface OpenPart extends LogPart {
  readonly source: LogSource;
}

const openProblems: Readonly<Record<string, string>> = {
  ENOENT: 'There is no such log file',
  EACCES: 'The log file may not be read',
  ENOTDIR: 'There is no such log file',
  EISDIR: 'The log is a folder',
  EINVAL: 'The log is not a regular file',
};

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}

/** Opens the log itself, or throws; an older part that cannot be opened was not looked at. */
async function openParts(parts: readonly LogPart[], scan: Scan): Promise<OpenPart[]> {
  const open: OpenPart[] = [];
  try {
    for (const [index, part] of parts.entries()) {
      const source = await openSource(part.path, scan.encoding).catch((error: unknown) => {
        if (index === parts.length - 1) throw error;
        scan.unseen.push(`${path.basename(part.path)} cannot be read (${codeOf(error)})`);
        return undefined;
      });
      if (source) open.push({...part, source});
    }
    return open;
  } catch (error) {
    for (const {source} of open) await source.handle.close();
    throw error;
  }
}

async function readParts(
  parts: readonly OpenPart[],
  scan: Scan,
  {signal}: MeasureContext,
): Promise<{readonly sha256: string; readonly lineEnd: number}> {
  const expected = parts.reduce((sum, {from, source}) => sum + source.end - from, 0);
  const hash = createBlockHash(Number.isFinite(expected) ? expected : 0);
  let lineEnd = 0;
  try {
    for (const {from, source} of parts) {
      const name = path.basename(source.path);
      const {content} = source;
      if (content.type === 'binary') {
        scan.unseen.push(`${name} is ${content.what}, and was not looked at`);
        continue;
      }
      const [scanner, convert] = [createScanner(scan), toUtf8(content.encoding)];
      const take = (chunk: Uint8Array) => {
        scan.bytes += chunk.length;
        scanner.push(convert(chunk));
      };
      try {
        const read = await readSource(source, {from, hash, signal, take});
        ({lineEnd} = read);
        if (read.isShort) scan.unseen.push(`${name} became shorter while it was read`);
      } catch (error) {
        if (error instanceof SlowPatternError || !source.unpack) throw error;
        scan.unseen.push(`${name} cannot be unpacked to its end (${codeOf(error)})`);
      }
      scanner.push(convert());
      scanner.end();
    }
    return {sha256: signal.aborted ? '' : await hash.end(), lineEnd};
  } finally {
    await hash.close();
  }
}

/** Reads the parts of a log. `isRemembered`: the measurement says where the next run goes on. */
export async function scanParts(
  place: string,
  {parts, remark, unseen}: LogParts,
  scan: Scan,
  context: MeasureContext,
  isRemembered: boolean,
): Promise<Measurement> {
  let open: readonly OpenPart[] = [];
  scan.remark = remark === '' ? undefined : remark;
  scan.unseen.push(...unseen);
  try {
    open = await openParts(parts, scan);
    const {sha256, lineEnd} = await readParts(open, scan, context);
    if (context.signal.aborted) return {values: {}, isCutShort: true};
    const last = open.at(-1);
    const logPosition: LogPosition | undefined =
      isRemembered && last ? await positionAt(last.source, lineEnd) : undefined;
    return {...measured(scan, sha256), ...(logPosition ? {logPosition} : {})};
  } catch (error) {
    if (error instanceof SlowPatternError) throw error;
    const code = codeOf(error);
    const reason = Object.hasOwn(openProblems, code) ? openProblems[code] : undefined;
    const message = `${reason ?? `The log file cannot be read (${code})`}: ${place}.`;
    return {values: {}, verdict: {outcome: 'unknown', message}};
  } finally {
    for (const {source} of open) await source.handle.close();
  }
}
