import {randomUUID} from 'node:crypto';
import path from 'node:path';
import type {Action, Change} from '../handoff/changes/catalogue.ts';
import {foldAsked} from '../handoff/changes/fold.ts';
import type {Arrival} from '../handoff/changes/stamp.ts';
import {withDigest} from './with-digest.ts';
import {toAction} from '../handoff/changes/journal.ts';
import {boundChange} from '../handoff/rules/bound-waiver.ts';
import {refusal} from '../handoff/rules/refusal.ts';
import {handoffFolder} from './handoff-folders.ts';
import {appendText} from './journal/append-text.ts';
import {formatLine} from './journal/journal-line.ts';
import {journalEnding, journalFiles} from './journal/journal-files.ts';
import {writerName} from './journal/writer.ts';
import type {CursorPosition} from './progress/cursor.ts';
import {keepProgress} from './progress/keep-progress.ts';
import {readOnlyWords} from './reading-notices.ts';
import {RefusedError} from './refused-error.ts';
import {openReader, type Folded, type HandoffReader, type Snapshot} from './snapshot.ts';
import {notSaved, StoreError} from './store-error.ts';
import {withCalendar} from './settings/calendar.ts';
import {requireWellFormed} from './well-formed.ts';
import {withoutSecrets} from './without-secrets.ts';

/** Who made a change that came in a file. */
export interface Act {
  readonly actor: string;
  readonly arrival: Arrival;
}

export interface AppendRequest {
  readonly home: string;
  readonly id: string;
  readonly actor: string;
  /** Gives the changes for the handoff as it is at that moment. */
  readonly decide: (folded: Folded) => readonly Change[];
  /** Who made each change, where that is not whoever enters them, and by which file it came. */
  readonly acts?: readonly (Act | undefined)[] | undefined;
  /** Ids of the actions that the changes become, in their order; made where not given. */
  readonly ids?: readonly string[] | undefined;
  readonly cursor?: CursorPosition | undefined;
  /** Gives the ISO 8601 instant now; the machine's own clock, where not given. */
  readonly clock?: (() => string) | undefined;
}

export interface Judgement {
  /** The handoff before the changes. */
  readonly before: Snapshot;
  readonly actions: readonly Action[];
  /** What was left out, such as a secret, in words; nothing when nothing was. */
  readonly notice: string | undefined;
}

export interface Appended {
  readonly snapshot: Snapshot;
  /** {@link Judgement.notice} */
  readonly notice: string | undefined;
}

function requireWritable(home: string, id: string, snapshot: Snapshot): void {
  const folder = handoffFolder(home, id);
  const readOnly = readOnlyWords(snapshot);
  if (readOnly !== undefined)
    throw new StoreError(`Not saved. ${readOnly}`, folder, 'Install the newer version to go on.');
  if (journalFiles(folder).length === 0)
    throw notSaved(folder, new Error('the handoff could not be taken over into a journal'));
}

/** The changes as actions, each asked of the rules as the handoff stands after those before it. */
function judge(
  snapshot: Snapshot,
  changes: readonly Change[],
  {actor: entering, acts = [], ids = [], clock = () => new Date().toISOString()}: AppendRequest,
  ahead: number,
): Action[] {
  let {handoff, journal}: Folded = snapshot;
  return changes.map((asked, index) => {
    requireWellFormed([asked]);
    const now = clock();
    const made = acts[index - ahead] ?? {actor: entering};
    const change = withDigest(handoff, boundChange(handoff, asked, now));
    const refused = refusal({handoff, journal}, change, {...made, now});
    if (refused) throw new RefusedError(refused, index - ahead);
    const stamp = {id: ids[index - ahead] ?? randomUUID(), at: now, ...made};
    const action = toAction(journal, change, stamp);
    journal = [...journal, action];
    handoff = foldAsked(handoff, journal, action);
    return action;
  });
}

/** Nothing is said to be saved that the next reader would not find. */
function requireThere(file: string, {journal}: Snapshot, actions: readonly Action[]): void {
  const isThere = ({id}: Action) => journal.findLast((action) => action.id === id) !== undefined;
  if (!actions.every(isThere))
    throw notSaved(file, new Error('what was written could not be read back'));
}

/**
 * What would become of changes, with nothing written.
 *
 * @throws {RefusedError} when the rules refuse one.
 */
export async function judgeChanges(
  reader: HandoffReader,
  request: AppendRequest,
): Promise<Judgement> {
  const {home, id, decide} = request;
  reader.refresh();
  const before = reader.snapshot();
  const decided = decide(before);
  const all = withCalendar(home, before.handoff, decided);
  const {safe, notice} = await withoutSecrets(all);
  if (safe.length === 0) return {before, actions: [], notice};
  requireWritable(home, id, before);
  return {before, actions: judge(before, safe, request, all.length - decided.length), notice};
}

/**
 * Adds changes to a handoff that is open, all or none. When this resolves they are on disk, and so is
 * where the handoff then stands.
 *
 * @throws {RefusedError} when the rules refuse one, with nothing written.
 * @throws {StoreError} when the disk refuses.
 */
export async function appendTo(reader: HandoffReader, request: AppendRequest): Promise<Appended> {
  const {home, id, cursor} = request;
  const {before, actions, notice} = await judgeChanges(reader, request);
  if (actions.length === 0) return {snapshot: before, notice};
  const last = actions.at(-1)?.id;
  let seen = before.heads;
  const lines = actions.map((action) => {
    const {text, hash} = formatLine(action, seen, action.id === last ? undefined : last);
    seen = [hash];
    return text;
  });
  const file = path.join(handoffFolder(home, id), `${writerName(home)}${journalEnding}`);
  try {
    await appendText(file, lines);
  } finally {
    // Also what was written and could not be confirmed is shown as it is.
    reader.refresh();
  }
  const snapshot = reader.snapshot();
  requireThere(file, snapshot, actions);
  await keepProgress(home, id, snapshot, cursor);
  return {snapshot: cursor ? {...snapshot, position: cursor} : snapshot, notice};
}

/** {@link appendTo} for those who have not opened the handoff. */
export async function appendChanges(request: AppendRequest): Promise<Appended> {
  return appendTo(openReader(request.home, request.id), request);
}
