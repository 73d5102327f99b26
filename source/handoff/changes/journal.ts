import type {Action, Change} from '../model/actions.ts';
import type {Handoff} from '../model/handoff.ts';
import {createHandoff, draftOf, reduce, reduceDraft} from './reducer.ts';

/** Time and authorship of a change, handed in because the domain has no clock. */
export interface Stamp {
  readonly id: string;
  /** ISO 8601 instant. */
  readonly at: string;
  readonly actor: string;
}

/** Thrown when a list of actions is no journal, such as one that never creates its handoff. */
export class JournalError extends Error {
  override name = 'JournalError';
}

/** Places a change behind everything the journal holds, also when the clock was set back. */
export function toAction(journal: readonly Action[], change: Change, stamp: Stamp): Action {
  const last = journal.at(-1)?.order ?? 0;
  return {...change, ...stamp, order: Math.max(Date.parse(stamp.at), last + 1)};
}

function compareActions(a: Action, b: Action): number {
  if (a.order !== b.order) return a.order - b.order;
  if (a.id === b.id) return 0;
  return a.id < b.id ? -1 : 1;
}

/** The union of two journals in their one order; the same whichever meets the other. */
export function mergeJournals(ours: readonly Action[], theirs: readonly Action[]): Action[] {
  const byId = new Map([...ours, ...theirs].map((action) => [action.id, action]));
  return [...byId.values()].sort(compareActions);
}

/** Ids of the actions that an undo, itself not undone, has taken back. */
function undoneIds(journal: readonly Action[]): ReadonlySet<string> {
  const undone = new Set<string>();
  for (let at = journal.length - 1; at >= 0; at -= 1) {
    const action = journal[at];
    if (action?.type === 'undone' && !undone.has(action.id)) undone.add(action.action);
  }
  return undone;
}

/**
 * The state that a journal stands for.
 *
 * @throws {JournalError} when the journal does not begin by creating a handoff.
 */
export function foldJournal(journal: readonly Action[]): Handoff {
  const [first, ...rest] = journal;
  if (first?.type !== 'handoff/created') {
    throw new JournalError('its journal does not begin with the creation of a handoff');
  }
  const undone = undoneIds(journal);
  const draft = draftOf(createHandoff(first));
  for (const action of rest) {
    if (undone.has(action.id)) draft.updatedAt = action.at;
    else reduceDraft(draft, action);
  }
  return draft;
}

/** Adds one action to a state; cheaper than folding everything, and the same state. */
export function extendFold(
  handoff: Handoff,
  journal: readonly Action[],
  added: readonly Action[],
): Handoff {
  const isPlain = added.every((action) => action.type !== 'undone');
  return isPlain ? added.reduce(reduce, handoff) : foldJournal(journal);
}

/** Evidence and creation are history: they are added to, never taken back. */
function isUndoable(action: Action): boolean {
  return !['handoff/created', 'checks/recorded', 'runbook/proven', 'undone'].includes(action.type);
}

/** The actor's newest action still in force, which `u` takes back. */
export function lastUndoable(journal: readonly Action[], actor: string): Action | undefined {
  const undone = undoneIds(journal);
  return journal.findLast(
    (action) => action.actor === actor && isUndoable(action) && !undone.has(action.id),
  );
}

/** The actor's newest undo, as long as nothing newer of theirs stands after it. */
export function lastRedoable(journal: readonly Action[], actor: string): Action | undefined {
  const undone = undoneIds(journal);
  const own = journal.filter((action) => action.actor === actor && !undone.has(action.id));
  // A redo is an undo of an undo: it leaves earlier undos in force and ready to be redone.
  for (const action of own.toReversed()) {
    if (action.type !== 'undone') return undefined;
    const target = journal.find(({id}) => id === action.action);
    if (target?.type !== 'undone') return action;
  }
  return undefined;
}
