import {existsSync, readFileSync} from 'node:fs';
import path from 'node:path';
import type {Action} from '../../handoff/changes/catalogue.ts';
import {foldAll} from '../../handoff/changes/fold.ts';
import {handoffFolder, oldHandoffFile} from '../handoff-folders.ts';
import {appendText} from '../journal/append-text.ts';
import {journalEnding, journalFiles} from '../journal/journal-files.ts';
import {readLine} from '../journal/journal-line.ts';
import {makeJournalOf} from '../journal/make-journal.ts';
import {openJournal} from '../journal/open-journal.ts';
import {renewWriter, writerNameIfAny} from '../journal/writer.ts';
import {openReader} from '../snapshot.ts';
import {notSaved} from '../store-error.ts';
import {missingLines, wholeLines, type OutsideFile} from './outside-journal.ts';
import {SharingError} from './sharing-error.ts';

/** What a union of the store with journal files from elsewhere adds to it. */
export interface PlannedUnion {
  /** Whether the store had nothing of this handoff before. */
  readonly isNew: boolean;
  /** The actions that were not here before, in order. */
  readonly actions: readonly Action[];
  /** The file of the journal that each of them stands in, by the id of the action. */
  readonly files: ReadonlyMap<string, string>;
  /** Lines stood in a file of this store that it has not written, so it writes under a new name now. */
  readonly isRenamed: boolean;
  /** Lines to append, by the name of their file. */
  readonly missing: ReadonlyMap<string, readonly string[]>;
  /** Lines that are left out since another that is here has their id, which is never said anew. */
  readonly usurping: number;
}

function readText(file: string): string {
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

/** The action that began a handoff, by which two of one name are told apart. */
function beginningOf(actions: readonly Action[]) {
  return actions.find((action) => action.type === 'handoff/created');
}

function requireSame(
  id: string,
  {mine, whole, theirs}: Record<'mine' | 'whole' | 'theirs', readonly Action[]>,
): void {
  const begun = theirs.length > 0 ? beginningOf(theirs) && beginningOf(whole) : undefined;
  if (!begun || begun.type !== 'handoff/created')
    throw new SharingError(
      `Nothing was taken in: what is shared as "${id}" does not say how it began.`,
      'A part of it is missing. Get it anew from where it came from.',
    );
  if (begun.handoff !== id)
    throw new SharingError(
      `Nothing was taken in: what is shared as "${id}" is the handoff "${begun.handoff}".`,
      'A folder of a handoff is called by its id. Rename it, or get it anew.',
    );
  const begins = new Set(
    [...mine, ...theirs].flatMap((action) => (action.type === 'handoff/created' ? action.id : [])),
  );
  if (begins.size < 2) return;
  const [own, other] = [beginningOf(mine), beginningOf(theirs)];
  throw new SharingError(
    `Nothing was taken in: two handoffs are called "${id}"${own && other ? `, one begun by ${own.actor} and one by ${other.actor}` : ''}.`,
    'They are not one handoff, so they are not united. Go on with one of them; to take in the other, move the folder of yours out of the store.',
  );
}

/** The actions of lines alone. */
function actionsOf(lines: readonly string[]): readonly Action[] {
  const journal = openJournal('/nowhere', lines);
  journal.refresh();
  return journal.actions();
}

/**
 * Works out what a union of the store with journal files from elsewhere adds to it. Lines that are not
 * whole are left out.
 *
 * @throws {SharingError} when they are not of this handoff.
 */
export function planUnion(home: string, id: string, files: readonly OutsideFile[]): PlannedUnion {
  const isNew = !existsSync(handoffFolder(home, id)) && !existsSync(oldHandoffFile(home, id));
  const mine = isNew ? [] : openReader(home, id).snapshot().journal;
  const folder = handoffFolder(home, id);
  const own = `${writerNameIfAny(home) ?? ''}${journalEnding}`;
  const missing = new Map<string, readonly string[]>();
  const fileOf = new Map<string, string>();
  const here = isNew ? [] : journalFiles(folder).map((name) => readText(path.join(folder, name)));
  // A line counts once, in whichever file it stands.
  const known = here.flatMap((text) => text.split('\n'));
  const before = new Set(mine.map((action) => action.id));
  const isHere = (line: string) => {
    const reading = readLine(line);
    return reading.kind === 'line' && before.has(reading.line.action.id);
  };
  let usurping = 0;
  for (const file of files) {
    const {lines} = wholeLines(file);
    const unknown = missingLines(lines, known);
    const added = unknown.filter((line) => !isHere(line));
    usurping += unknown.length - added.length;
    if (added.length > 0) missing.set(file.name, added);
  }
  const all = [...missing.values()].flat();
  const theirs = actionsOf(files.flatMap((file) => wholeLines(file).lines));
  const union = openJournal(folder, all);
  union.refresh();
  const whole = union.actions();
  requireSame(id, {mine, whole, theirs});
  // What cannot be folded must not get in: it would close the handoff for good.
  foldAll(whole);
  for (const [name, lines] of missing)
    for (const {id: action} of actionsOf(lines)) fileOf.set(action, name);
  return {
    isNew,
    actions: whole.filter((action) => !before.has(action.id)),
    files: fileOf,
    isRenamed: missing.has(own),
    missing,
    usurping,
  };
}

/**
 * Unites the store with what was planned. Files of the store are appended to; a handoff that is new to
 * it comes whole or not at all.
 *
 * @throws {StoreError} when the disk refuses.
 */
export async function unite(home: string, id: string, plan: PlannedUnion): Promise<void> {
  const {missing, isNew, isRenamed} = plan;
  if (missing.size === 0) return;
  if (!isNew)
    for (const [name, lines] of missing)
      await appendText(path.join(handoffFolder(home, id), name), lines);
  else if (!makeJournalOf(home, id, missing))
    throw notSaved(handoffFolder(home, id), new Error('somebody else has just made it'));
  // Whoever else writes under this name keeps it; two must never write one file.
  if (isRenamed) renewWriter(home);
}
