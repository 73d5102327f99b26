import {existsSync, readFileSync} from 'node:fs';
import {cannotRead, oldHandoffFile} from '../handoff-folders.ts';
import type {CursorPosition} from '../progress/cursor.ts';
import {progressFile} from '../progress/progress-file.ts';
import {withSum} from '../progress/sum.ts';
import {StoreError} from '../store-error.ts';
import {writeBesideSync} from '../write-beside.ts';
import {linesOf, makeJournal} from './make-journal.ts';
import {FormatError, readOldFormat, type OldHandoffFile} from './old-format.ts';

function readOldFile(home: string, id: string): OldHandoffFile {
  const file = oldHandoffFile(home, id);
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw cannotRead(file, error);
  }
  try {
    return readOldFormat(text);
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

/** Keeps the cursor where progress is kept. */
function keepPosition(home: string, id: string, cursor: CursorPosition | undefined): void {
  const file = progressFile(home, id);
  if (!cursor || existsSync(file)) return;
  try {
    writeBesideSync(file, withSum({format: 1, cursor}));
  } catch {
    // It costs nothing but the place.
  }
}

/**
 * Takes a handoff over from the format before there were journals: the journal begins with all its
 * actions, by the rules of no version, and the old file stays beside. Gives the lines where they
 * could not be written, so that they can at least be read.
 *
 * @throws {StoreError} when the old file cannot be read; it stays as it is.
 */
export function takeOver(home: string, id: string): readonly string[] {
  const {journal, position} = readOldFile(home, id);
  const lines = linesOf(journal.map((action) => ({...action, v: 0})));
  try {
    makeJournal(home, id, lines, {isTakenOver: true});
  } catch (error) {
    if (error instanceof StoreError) return lines;
    throw error;
  }
  keepPosition(home, id, position);
  return [];
}
