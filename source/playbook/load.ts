import {hash} from 'node:crypto';
import {readFile, stat} from 'node:fs/promises';
import path from 'node:path';
import {narrate} from '../tell-aside.ts';
import {binaryKind, decodeText, type Decoded} from './decode-text.ts';
import {positionAt} from './markdown/source-text.ts';
import type {Notice, Playbook} from './playbook.ts';
import {withFinishLine} from './finish/finish-line.ts';
import {parseWithSettings, type ParsedPlaybook, type ParseOptions} from './parse.ts';
import {PlaybookError} from './playbook-error.ts';
import type {PlaybookFile} from './playbook-file.ts';
import {leaveOutSecrets} from './reading/left-out-secrets.ts';

/** The largest playbook that is read, in bytes. The built-in one has about 10 kB. */
export const maximumBytes = 5 * 1024 * 1024;

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
  narrate(() => `read ${file}`);
  return readFile(file);
}

function binaryError(file: string, what: string): PlaybookError {
  return new PlaybookError(
    file,
    undefined,
    `This is ${what}, not Markdown; save its text as Markdown and name that file.`,
  );
}

/** What was done to read a file that is not UTF-8, at the first character that shows it. */
function encodingNotices({text, encoding, isDamaged}: Decoded): Notice[] {
  if (!encoding && !isDamaged) return [];
  // oxlint-disable-next-line no-control-regex -- the first that is not ASCII
  const offset = text.search(isDamaged ? /\uFFFD/u : /[^\u0000-\u007F]/u);
  const message = encoding
    ? `The file is not UTF-8; it is read as ${encoding}. Save it as UTF-8.`
    : 'Some bytes of the file are no UTF-8; each is shown as \uFFFD.';
  return [{message, position: positionAt(text, Math.max(0, offset))}];
}

/** What a file says as a playbook, without a finish line, with the file that it was read from. */
export interface ReadFile extends ParsedPlaybook {
  readonly file: PlaybookFile;
}

/**
 * Reads the bytes of a file as a playbook, without the secrets in it: a notice names the line of each,
 * and another an encoding that is not UTF-8.
 *
 * @throws {PlaybookError} when they are no text, or say nothing (see `parsePlaybook`)
 */
export async function readPlaybookBytes(
  bytes: Uint8Array,
  file: string,
  options: ParseOptions = {},
): Promise<ParsedPlaybook> {
  const what = binaryKind(bytes);
  if (what !== undefined) throw binaryError(file, what);
  const decoded = decodeText(bytes);
  const {text, notices} = await leaveOutSecrets(decoded.text);
  const {playbook, settings} = parseWithSettings(text, file, options);
  const all = [...encodingNotices(decoded), ...playbook.notices, ...notices];
  return {
    playbook: {...playbook, notices: all.sort((a, b) => a.position.line - b.position.line)},
    settings,
  };
}

/**
 * Reads what a file says as a playbook; see {@link readPlaybookBytes}.
 *
 * @throws {PlaybookError} when the file is missing, a folder, no text, over 5 MiB, or says nothing
 * (see `parsePlaybook`).
 */
export async function readPlaybookFile(
  file: string,
  options: ParseOptions = {},
): Promise<ReadFile> {
  try {
    const bytes = await readBytes(file);
    return {
      ...(await readPlaybookBytes(bytes, file, options)),
      file: {path: path.resolve(file), sha256: hash('sha256', bytes)},
    };
  } catch (error) {
    if (error instanceof PlaybookError) throw error;
    if (error instanceof Error && 'code' in error) throw unreadable(file, error);
    throw error;
  }
}

/**
 * The playbook of a file, with the finish line that it lacks; see {@link readPlaybookFile}.
 *
 * @throws {PlaybookError} as there
 */
export async function loadPlaybook(file: string, options: ParseOptions = {}): Promise<Playbook> {
  const {playbook, settings} = await readPlaybookFile(file, options);
  return withFinishLine(playbook, settings);
}
