import {readFile, stat} from 'node:fs/promises';
import type {Playbook} from './playbook.ts';
import {parsePlaybook} from './parse.ts';
import {PlaybookError} from './playbook-error.ts';
import {leaveOutSecrets} from './reading/left-out-secrets.ts';

/** The largest playbook that is read, in bytes. The built-in one has about 10 kB. */
const maximumBytes = 5 * 1024 * 1024;

const reasons: ReadonlyMap<string, string> = new Map([
  ['ENOENT', 'There is no such file; check the path.'],
  ['ENOTDIR', 'There is no such file; a part of the path is not a folder.'],
  ['EACCES', 'The file may not be read; give yourself read permission.'],
  ['EPERM', 'The file may not be read; give yourself read permission.'],
  ['ENAMETOOLONG', 'The path is too long for a file; check it.'],
]);

function unreadable(file: string, error: unknown): PlaybookError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
  const reason = reasons.get(code) ?? `The file cannot be read (${code}); try another copy of it.`;
  return new PlaybookError(file, undefined, reason, {cause: error});
}

async function readBytes(file: string): Promise<Uint8Array> {
  const stats = await stat(file);
  if (stats.isDirectory())
    throw new PlaybookError(file, undefined, 'This is a folder; name the Markdown file in it.');
  if (!stats.isFile())
    throw new PlaybookError(file, undefined, 'This is not a regular file; save the text to one.');
  if (stats.size > maximumBytes) {
    const size = (stats.size / 1024 / 1024).toFixed(1);
    throw new PlaybookError(
      file,
      undefined,
      `The file has ${size} MiB, which is over the limit of 5 MiB; split it into several playbooks.`,
    );
  }
  return readFile(file);
}

function decode(bytes: Uint8Array, file: string): string {
  try {
    return new TextDecoder('utf-8', {fatal: true, ignoreBOM: true}).decode(bytes);
  } catch (error) {
    throw new PlaybookError(file, undefined, 'The file is not UTF-8 text; save it as UTF-8.', {
      cause: error,
    });
  }
}

/**
 * Reads a playbook from a file, without the secrets in it: a notice names the line of each. Throws a PlaybookError when the file is missing, a folder, not
 * UTF-8, over 5 MiB, or not a playbook (see `parsePlaybook`).
 */
export async function loadPlaybook(file: string): Promise<Playbook> {
  try {
    const {text, notices} = await leaveOutSecrets(decode(await readBytes(file), file));
    const playbook = parsePlaybook(text, file);
    if (notices.length === 0) return playbook;
    const all = [...playbook.notices, ...notices];
    return {...playbook, notices: all.sort((a, b) => a.position.line - b.position.line)};
  } catch (error) {
    if (error instanceof PlaybookError) throw error;
    if (error instanceof Error && 'code' in error) throw unreadable(file, error);
    throw error;
  }
}
