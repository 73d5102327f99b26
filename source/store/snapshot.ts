import {existsSync} from 'node:fs';
import {extendFold, foldAll, JournalError, type Fold} from '../handoff/changes/fold.ts';
import type {Mark} from '../handoff/folding/mark.ts';
import type {Action} from '../handoff/changes/catalogue.ts';
import type {Handoff} from '../handoff/model/handoff.ts';
import {cannotRead, handoffFolder, oldHandoffFile, requireHandoff} from './handoff-folders.ts';
import type {LineProblem} from './journal/line-problem.ts';
import {problemWords} from './journal/line-problem.ts';
import {journalFiles, type JournalSize} from './journal/journal-files.ts';
import {openJournal, type OpenJournal} from './journal/open-journal.ts';
import {takeOver} from './journal/take-over.ts';
import type {CursorPosition} from './progress/cursor.ts';
import {lostWords} from './lost-lines.ts';
import {readProgress} from './progress/progress-file.ts';
import {readPlaces} from './sharing/places-here.ts';
import {StoreError} from './store-error.ts';

/** A handoff with the journal it is the fold of. */
export interface Folded {
  readonly handoff: Handoff;
  readonly journal: readonly Action[];
}

/** What the store holds of a handoff. */
export interface Snapshot extends Folded {
  readonly position?: CursorPosition;
  /** Hashes of the newest lines when this person last looked at what colleagues had done. */
  readonly looked?: readonly string[];
  /** Actions that the rules of today would refuse, and how each of them reads. */
  readonly marks: readonly Mark[];
  /** Those of them that have no effect. */
  readonly setAside: readonly Mark[];
  /** Lines that could not be read; they are kept as they are. */
  readonly problems: readonly LineProblem[];
  /** The journal version that is needed to write; absent where this program may. */
  readonly needs?: number;
  /** Hashes of the newest lines. */
  readonly heads: readonly string[];
  /** Hashes of lines that were there when the handoff was last open, and are not any more. */
  readonly gone: readonly string[];
  /** How much of the journal this is the fold of. */
  readonly size: JournalSize;
}

/** A handoff that is read again and again, each time from where it was. */
export interface HandoffReader {
  /** Reads what has come since; gives whether there was any. */
  readonly refresh: () => boolean;
  readonly snapshot: () => Snapshot;
}

function broken(id: string, folder: string, journal: OpenJournal, error: JournalError): StoreError {
  const [first] = journal.problems();
  return new StoreError(
    `The handoff "${id}" cannot be opened: ${first ? problemWords(first) : error.message}.`,
    folder,
    'The files were left as they are. Restore them from a backup, or move the folder away to go on without it.',
    {cause: error},
  );
}

function hasJournal(folder: string): boolean {
  try {
    return journalFiles(folder).length > 0;
  } catch (error) {
    throw cannotRead(folder, error);
  }
}

/**
 * Opens a handoff for reading. One of the older format is taken over at first sight.
 *
 * @throws {UnknownHandoffError} when there is no such handoff.
 * @throws {StoreError} when it cannot be read; its files stay as they are.
 */
export function openReader(home: string, id: string): HandoffReader {
  requireHandoff(home, id);
  // Read before the journal: what it tells of was on disk before it was.
  const {from, gone = []} = readProgress(home, id) ?? {};
  const once = [...new Set([...(from?.heads ?? []), ...gone])];
  const folder = handoffFolder(home, id);
  const isOld = !hasJournal(folder) && existsSync(oldHandoffFile(home, id));
  const journal = openJournal(folder, isOld ? takeOver(home, id) : []);
  // What was last read whole: where the files break later, it is what stays shown.
  let whole: {readonly fold: Fold; readonly actions: readonly Action[]} | undefined;

  function foldAgain(actions: readonly Action[]): Fold {
    try {
      return foldAll(actions);
    } catch (error) {
      if (!(error instanceof JournalError)) throw error;
      throw broken(id, folder, journal, error);
    }
  }

  function readNews(): ReturnType<OpenJournal['refresh']> {
    try {
      return journal.refresh();
    } catch (error) {
      throw cannotRead(folder, error);
    }
  }

  function read(): NonNullable<typeof whole> {
    // After a journal that could not be folded, the last whole one is not what the news add to.
    const isUpToDate = journal.actions() === whole?.actions;
    const news = readNews();
    if (whole && isUpToDate && news === 'nothing') return whole;
    const actions = journal.actions();
    const fold =
      whole && isUpToDate && news === 'more'
        ? extendFold(whole.fold, actions, actions.slice(whole.actions.length))
        : foldAgain(actions);
    whole = {fold, actions};
    return whole;
  }

  const {workspace} = readPlaces(home, id);
  let told: {readonly of: Handoff; readonly lost?: string; readonly handoff: Handoff} | undefined;

  /** The same object for as long as nothing is new, since much is remembered by it. */
  function asHere(of: Handoff, lost: string | undefined): Handoff {
    if (lost === undefined && (workspace === undefined || workspace === of.workspace)) return of;
    if (told?.of !== of || told.lost !== lost) {
      const here = {...(lost === undefined ? {} : {lost}), ...(workspace ? {workspace} : {})};
      told = {of, ...(lost === undefined ? {} : {lost}), handoff: {...of, ...here}};
    }
    return told.handoff;
  }

  read();
  return {
    refresh() {
      const before = whole;
      return read() !== before;
    },
    snapshot() {
      const {fold, actions} = whole ?? read();
      const {cursor: position, looked} = readProgress(home, id) ?? {};
      const needs = journal.needs();
      const problems = journal.problems();
      const gone = once.filter((hash) => !journal.has(hash));
      return {
        handoff: asHere(fold.handoff, lostWords(problems, gone)),
        journal: actions,
        marks: fold.marks,
        setAside: fold.setAside,
        problems,
        heads: journal.heads(),
        gone,
        size: journal.size(),
        ...(position ? {position} : {}),
        ...(looked ? {looked} : {}),
        ...(needs === undefined ? {} : {needs}),
      };
    },
  };
}

/** What the store holds of a handoff now. */
export function readSnapshot(home: string, id: string): Snapshot {
  return openReader(home, id).snapshot();
}
