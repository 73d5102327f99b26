import {randomUUID} from 'node:crypto';
import type {Action, Change} from '../handoff/model/actions.ts';
import {extendFold, foldJournal, toAction} from '../handoff/changes/journal.ts';
import type {Handoff} from '../handoff/model/handoff.ts';
import {calendarChange} from './calendar.ts';
import {handoffIds, readHandoffFile} from './handoff-files.ts';
import type {CursorPosition} from './file-format.ts';
import {StoreError, UnknownHandoffError} from './store-error.ts';
import {createHandoffFile, updateHandoffFile} from './write-handoff.ts';

/** A handoff with the journal it is the fold of. */
export interface Folded {
  readonly handoff: Handoff;
  readonly journal: readonly Action[];
}

/** What the store holds of a handoff. */
export interface Snapshot extends Folded {
  readonly position?: CursorPosition;
}

export interface HandoffList {
  readonly handoffs: readonly Handoff[];
  /** Files that cannot be opened; they are reported, never reset. */
  readonly broken: readonly StoreError[];
}

export function readSnapshot(home: string, id: string): Snapshot {
  const {journal, position} = readHandoffFile(home, id);
  const handoff = foldJournal(journal);
  return {handoff, journal, ...(position ? {position} : {})};
}

/** All handoffs of a store, the one worked on last first. */
export function listHandoffs(home: string): HandoffList {
  const handoffs: Handoff[] = [];
  const broken: StoreError[] = [];
  for (const id of handoffIds(home)) {
    try {
      handoffs.push(readSnapshot(home, id).handoff);
    } catch (error) {
      if (error instanceof UnknownHandoffError) continue;
      if (!(error instanceof StoreError)) throw error;
      broken.push(error);
    }
  }
  return {handoffs: handoffs.sort((a, b) => (a.updatedAt < b.updatedAt ? 1 : -1)), broken};
}

function stamp(actor: string) {
  return {id: randomUUID(), at: new Date().toISOString(), actor};
}

export interface AppendRequest {
  readonly home: string;
  readonly id: string;
  readonly actor: string;
  /** Gives the changes for the journal as it is at that moment, under the lock. */
  readonly decide: (journal: readonly Action[]) => readonly Change[];
  readonly position?: CursorPosition | undefined;
  /** What the caller has read before; saves folding it anew. */
  readonly known?: Snapshot;
}

/**
 * Adds changes to a handoff's journal. When this returns they are on disk.
 *
 * @throws {UnknownHandoffError | StoreError} with nothing written.
 */
export async function appendChanges(request: AppendRequest): Promise<Snapshot> {
  const {home, id, actor, decide, position, known} = request;
  const file = await updateHandoffFile(home, id, (current) => {
    const changes = decide(current.journal);
    if (changes.length === 0 && !position) return undefined;
    const journal = [...current.journal];
    for (const change of changes) journal.push(toAction(journal, change, stamp(actor)));
    return {...current, journal, ...(position ? {position} : {})};
  });
  return {
    handoff: refold(known, file.journal),
    journal: file.journal,
    ...(file.position ? {position: file.position} : {}),
  };
}

/** Folds only what is new, where the journal goes on from a state that is known. */
function refold(known: Snapshot | undefined, journal: readonly Action[]): Handoff {
  const length = known?.journal.length ?? 0;
  const isContinued = known && known.journal.at(-1)?.id === journal[length - 1]?.id;
  return isContinued
    ? extendFold(known.handoff, journal, journal.slice(length))
    : foldJournal(journal);
}

function slug(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 60)
    .replace(/-$/, '');
}

function* idCandidates(customer: string, system: string): Generator<string> {
  const base = slug(`${customer} ${system}`) || 'handoff';
  yield base;
  for (let number = 2; ; number += 1) yield `${base}-${number}`;
}

export type NewHandoff = Omit<Extract<Change, {type: 'handoff/created'}>, 'type' | 'handoff'>;

/** Starts a handoff and gives its id, made from customer and system. It knows the holidays. */
export function createHandoff(home: string, actor: string, fields: NewHandoff): Promise<string> {
  const calendar = calendarChange(home, []);
  return createHandoffFile(home, idCandidates(fields.customer, fields.system), (id) => {
    const created: Change = {type: 'handoff/created', handoff: id, ...fields};
    const journal: Action[] = [];
    for (const change of [created, ...calendar])
      journal.push(toAction(journal, change, stamp(actor)));
    return journal;
  });
}
