import {existsSync, readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {FormatError, readFormat, type HandoffFile} from './file-format.ts';
import {handoffsFolder} from './home.ts';
import {StoreError, UnknownHandoffError} from './store-error.ts';

const idPattern = /^[a-z0-9][a-z0-9-]{0,79}$/;

/** An id is part of a file name, so it is letters, digits and hyphens, 80 at most. */
export function isHandoffId(id: string): boolean {
  return idPattern.test(id);
}

export function handoffPath(home: string, id: string): string {
  return path.join(handoffsFolder(home), `${id}.json`);
}

/** Ids of the handoffs in a store, in alphabetical order; empty when there is no store yet. */
export function handoffIds(home: string): string[] {
  try {
    return readdirSync(handoffsFolder(home))
      .filter((name) => name.endsWith('.json'))
      .map((name) => name.slice(0, -'.json'.length))
      .filter(isHandoffId)
      .sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw cannotRead(handoffsFolder(home), error);
  }
}

function cannotRead(file: string, error: unknown): StoreError {
  const reason = error instanceof Error ? error.message : String(error);
  return new StoreError(
    `The store cannot be read: ${reason}`,
    file,
    'Check that the folder belongs to you, or name another with HANDOFF_WIZARD_HOME.',
    {cause: error},
  );
}

/** The text that was read or written last, and what it says. */
let last: {readonly text: string; readonly content: HandoffFile} | undefined;

/** Remembers a text that was just written, so that reading it again costs no parsing. */
export function rememberText(text: string, content: HandoffFile): void {
  last = {text, content};
}

/** The content of a text; the same object for the same text, as after each write from here. */
function contentOf(text: string): HandoffFile {
  if (last?.text === text) return last.content;
  const content = readFormat(text);
  rememberText(text, content);
  return content;
}

/** @throws {UnknownHandoffError} when a store has no such handoff, broken or whole. */
export function requireHandoff(home: string, id: string): void {
  if (!isHandoffId(id) || !existsSync(handoffPath(home, id)))
    throw new UnknownHandoffError(id, handoffIds(home));
}

/**
 * Reads one handoff. A broken file stays as it is and is reported.
 *
 * @throws {UnknownHandoffError} when there is no such handoff.
 * @throws {StoreError} when its file cannot be read or is no handoff.
 */
export function readHandoffFile(home: string, id: string): HandoffFile {
  const file = handoffPath(home, id);
  requireHandoff(home, id);
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw cannotRead(file, error);
  }
  try {
    return contentOf(text);
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    throw new StoreError(
      `The handoff "${id}" cannot be opened: its file ${error.message}.`,
      file,
      'The file was left as it is. Restore it from a backup, or move it away to go on without it.',
      {cause: error},
    );
  }
}
