import {createHash} from 'node:crypto';
import {constants} from 'node:fs';
import {open} from 'node:fs/promises';
import {narrate} from '../../tell-aside.ts';
import {ChecksFileError} from './checks-file-error.ts';

/** Far more than anyone writes by hand; keeps a wrong path from filling the memory. */
const largest = 4 * 1024 * 1024;

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'There is no such file. Give another with --file, or write one: handoff.yaml.',
  ENOTDIR: 'There is no such file: a part of the path is not a folder.',
  EACCES: 'The file may not be read. Check its permissions.',
  EISDIR: 'This is a folder. Give the path of the checks file in it.',
  ELOOP: 'The symbolic links lead in a circle.',
};

/** A problem with the file as a whole. */
export function wholeFileError(path: string, message: string): ChecksFileError {
  return new ChecksFileError(path, [{message, position: {line: 1, column: 1}, frame: ''}]);
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return (
    (Object.hasOwn(reasons, code) ? reasons[code] : undefined) ??
    `The file cannot be read (${code || String(error)}).`
  );
}

async function readBytes(path: string): Promise<Uint8Array> {
  // O_NONBLOCK: opening a named pipe would otherwise wait for a writer.
  const handle = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    const found = await handle.stat();
    if (found.isDirectory()) throw wholeFileError(path, reasons['EISDIR'] ?? '');
    if (!found.isFile()) throw wholeFileError(path, 'This is not a regular file.');
    if (found.size > largest)
      throw wholeFileError(path, 'The file is over 4 MiB, so it is hardly a checks file.');
    const bytes = await handle.readFile();
    narrate(() => `read ${path}`);
    return bytes;
  } finally {
    await handle.close();
  }
}

/** SHA-256, lower-case hex. */
export function fingerprint(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Reads a file once, so that the fingerprint is of exactly what is parsed. @throws ChecksFileError */
export async function readFileOnce(
  path: string,
): Promise<{readonly bytes: Uint8Array; readonly sha256: string}> {
  try {
    const bytes = await readBytes(path);
    return {bytes, sha256: fingerprint(bytes)};
  } catch (error) {
    throw error instanceof ChecksFileError ? error : wholeFileError(path, reasonOf(error));
  }
}

/** @throws ChecksFileError when the bytes are not UTF-8 or hold nothing. */
export function decodeText(path: string, bytes: Uint8Array): string {
  let text: string;
  try {
    text = new TextDecoder('utf-8', {fatal: true}).decode(bytes);
  } catch {
    throw wholeFileError(path, 'The file is not text in UTF-8.');
  }
  if (text.trim() === '')
    throw wholeFileError(
      path,
      'The file is empty. A checks file has at least one entry under "checks".',
    );
  return text;
}
