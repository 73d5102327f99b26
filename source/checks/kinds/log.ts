import {Buffer} from 'node:buffer';
import {constants} from 'node:fs';
import {type FileHandle, open} from 'node:fs/promises';
import {resolve} from 'node:path';
import {z} from 'zod';
import {missingProgram, programNotFound} from '../process/missing-program.ts';
import {runProcess} from '../process/run-process.ts';
import {keepText} from '../capture/raw-output.ts';
import {commandLine, filledText} from './fields.ts';
import {type Kind, type MeasureContext, type Measurement} from './kind.ts';
import {type LineScanner} from './line-scanner.ts';
import {createScanner, measured, type Scan, startScan} from './log-scan.ts';
import {forbidSubject, matchesSubject, requireSubject} from './log-subjects.ts';
import {typedCommand} from './shell-words.ts';

interface LogSpec {
  readonly path?: string | undefined;
  readonly command?: string | readonly string[] | undefined;
}

const fields = {path: filledText.optional(), command: commandLine.optional()};

const schema: z.ZodType<LogSpec> = z.union([
  filledText.transform((path) => ({path})),
  z
    .strictObject(fields)
    .refine(
      ({path, command}) => (path === undefined) !== (command === undefined),
      'Say either where the log is (path) or how to get it (command).',
    ),
]);

const blockSize = 1024 * 1024;

function unknown(message: string): Measurement {
  return {values: {}, verdict: {outcome: 'unknown', message}};
}

async function scanHandle(handle: FileHandle, scan: Scan, signal: AbortSignal): Promise<void> {
  const scanner = createScanner(scan);
  const {size} = await handle.stat();
  // A log that grows faster than it is read must still come to an end; /proc files say size 0.
  const limit = size === 0 ? Number.POSITIVE_INFINITY : size;
  const block = Buffer.allocUnsafe(blockSize);
  while (!signal.aborted && scan.bytes < limit) {
    const {bytesRead} = await handle.read(block, 0, Math.min(blockSize, limit - scan.bytes));
    if (bytesRead === 0) {
      break;
    }
    const chunk = block.subarray(0, bytesRead);
    scan.hash.update(chunk);
    scan.bytes += bytesRead;
    scanner.push(chunk);
  }
  scanner.end();
}

const openProblems: Readonly<Record<string, string>> = {
  ENOENT: 'There is no such log file',
  EACCES: 'The log file may not be read',
  ENOTDIR: 'There is no such log file',
};

async function scanFile(path: string, scan: Scan, signal: AbortSignal): Promise<Measurement> {
  let handle: FileHandle | undefined;
  try {
    // Without O_NONBLOCK, opening a named pipe that nobody writes to would wait for ever.
    handle = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
    const found = await handle.stat();
    if (!found.isFile()) {
      return unknown(
        `The log ${path} is ${found.isDirectory() ? 'a folder' : 'not a regular file'}.`,
      );
    }
    await scanHandle(handle, scan, signal);
    return signal.aborted ? {values: {}, isCutShort: true} : measured(scan);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const reason = Object.hasOwn(openProblems, code) ? openProblems[code] : undefined;
    return unknown(
      `${reason ?? `The log file cannot be read (${code || String(error)})`}: ${path}.`,
    );
  } finally {
    await handle?.close();
  }
}

async function scanCommand(
  command: string | readonly string[],
  scan: Scan,
  {folder, signal, isChanging}: MeasureContext,
): Promise<Measurement> {
  // Line by line for each stream by itself: what comes between two halves of a line is not part of it.
  const [stdout, stderr] = [createScanner(scan), createScanner(scan)];
  const complaints = keepText();
  const take = (scanner: LineScanner) => (chunk: Uint8Array) => {
    scan.hash.update(chunk);
    scan.bytes += chunk.length;
    scanner.push(chunk);
  };
  const takeStderr = take(stderr);
  const end = await runProcess({
    command,
    folder,
    signal,
    isKeepingChildren: isChanging,
    onStdout: take(stdout),
    onStderr(chunk) {
      complaints.push(chunk);
      takeStderr(chunk);
    },
  });
  if (end.type === 'aborted') {
    return {values: {}, isCutShort: true};
  }
  if (end.type === 'not-started') {
    return unknown(
      end.code === 'ENOENT'
        ? missingProgram(end.program)
        : `The program ${end.program} cannot be started: ${end.code}.`,
    );
  }
  stdout.end();
  stderr.end();
  if (end.exit !== 0) {
    const said = complaints.text().text.trim();
    const missing = end.exit === 127 ? programNotFound(said) : undefined;
    const reason = `The command that gives the log ended with exit code ${end.exit}${said === '' ? '.' : `: ${said}`}`;
    return {
      ...measured(scan),
      ...unknown(missing ? missingProgram(missing) : reason),
      code: end.exit,
    };
  }
  return {...measured(scan), code: 0};
}

/** `log`: looks for lines in a file or in what a command prints, stdout and stderr alike. */
export const logKind: Kind<LogSpec> = {
  word: 'log',
  schema,
  keys: Object.keys(fields),
  subjects: {forbid: forbidSubject, require: requireSubject, matches: matchesSubject},
  target: ({path, command = ''}) => path ?? typedCommand(command),
  describe: ({path, command = ''}) =>
    path === undefined ? `read the output of: ${typedCommand(command)}` : `read ${path}`,
  commandOf: ({command}) => command,
  async measure({path, command}, context) {
    const scan = startScan(context.claims);
    if (command !== undefined) {
      return scanCommand(command, scan, context);
    }
    return scanFile(resolve(context.folder, path ?? ''), scan, context.signal);
  },
};
