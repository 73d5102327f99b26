import type {Action, Change} from './catalogue.ts';
import {journalVersion, type Stamp} from './stamp.ts';

/** Places a change behind everything the journal holds, also when the clock was set back. */
export function toAction(journal: readonly Action[], change: Change, stamp: Stamp): Action {
  const last = journal.at(-1)?.order ?? 0;
  return {
    ...change,
    ...stamp,
    v: journalVersion,
    order: Math.max(Date.parse(stamp.at), last + 1),
  };
}

/** The one order of actions: the logical clock, then the time, then the id. */
export function compareActions(a: Action, b: Action): number {
  if (a.order !== b.order) return a.order - b.order;
  if (a.at !== b.at) return a.at < b.at ? -1 : 1;
  if (a.id === b.id) return 0;
  return a.id < b.id ? -1 : 1;
}

/** The union of two journals in their one order; the same whichever meets the other. */
export function mergeJournals(ours: readonly Action[], theirs: readonly Action[]): Action[] {
  const byId = new Map([...ours, ...theirs].map((action) => [action.id, action]));
  return [...byId.values()].sort(compareActions);
}
