import {
  closeSync,
  fsyncSync,
  mkdtempSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import type {Action} from '../../handoff/changes/catalogue.ts';
import {handoffFolder, oldHandoffFile} from '../handoff-folders.ts';
import {ensureFolder, handoffsFolder} from '../store-home.ts';
import {notSaved} from '../store-error.ts';
import {syncFolder} from '../sync-folder.ts';
import {sweepOnce, unfinishedName} from '../unfinished.ts';
import {formatLine} from './journal-line.ts';
import {journalEnding} from './journal-files.ts';
import {writerName} from './writer.ts';

/** Actions as lines, each going on from the one before. */
export function linesOf(actions: readonly Action[], seen: readonly string[] = []): string[] {
  let before = seen;
  return actions.map((action) => {
    const {text, hash} = formatLine(action, before);
    before = [hash];
    return text;
  });
}

function isThere(file: string): boolean {
  return statSync(file, {throwIfNoEntry: false}) !== undefined;
}

/** Lines of a journal by the name of the file that they stand in. */
export type JournalTexts = ReadonlyMap<string, readonly string[]>;

function writeNew(file: string, lines: readonly string[]): void {
  const handle = openSync(file, 'wx', 0o600);
  try {
    writeFileSync(handle, `${lines.join('\n')}\n`);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Writes a journal beside, and gives the folder it lies in. */
function writeBeside(home: string, id: string, files: JournalTexts): string {
  const made = mkdtempSync(`${unfinishedName(handoffFolder(home, id))}-`);
  try {
    for (const [name, lines] of files) writeNew(path.join(made, name), lines);
    syncFolder(made);
    return made;
  } catch (error) {
    rmSync(made, {recursive: true, force: true});
    throw error;
  }
}

/**
 * Begins the journal of a handoff, whole or not at all; gives whether the id was still free.
 *
 * @throws {StoreError} when the disk refuses.
 */
export function makeJournal(
  home: string,
  id: string,
  lines: readonly string[],
  options: {readonly isTakenOver?: boolean} = {},
): boolean {
  ensureFolder(home);
  return makeJournalOf(
    home,
    id,
    new Map([[`${writerName(home)}${journalEnding}`, lines]]),
    options,
  );
}

/** {@link makeJournal}, of the files of several writers. */
export function makeJournalOf(
  home: string,
  id: string,
  files: JournalTexts,
  {isTakenOver = false}: {readonly isTakenOver?: boolean} = {},
): boolean {
  const folder = handoffFolder(home, id);
  ensureFolder(home);
  ensureFolder(handoffsFolder(home));
  sweepOnce(handoffsFolder(home));
  if (isThere(folder) || (!isTakenOver && isThere(oldHandoffFile(home, id)))) return false;
  let made: string | undefined;
  try {
    made = writeBeside(home, id, files);
    // Where somebody was faster there is a folder with a journal, which no other replaces.
    renameSync(made, folder);
    syncFolder(handoffsFolder(home));
    return true;
  } catch (error) {
    if (made !== undefined) rmSync(made, {recursive: true, force: true});
    if (isThere(folder)) return false;
    throw notSaved(folder, error);
  }
}
