import type {Action} from '../../handoff/changes/catalogue.ts';
import {compareActions} from '../../handoff/changes/journal.ts';
import type {JournalLine} from './journal-line.ts';

/** The lines of all writers in their one order. */
export interface Union {
  /** Takes lines in; gives whether all of them stand behind what was there. */
  readonly add: (lines: readonly JournalLine[]) => boolean;
  readonly actions: () => readonly Action[];
  /** Hashes of the lines that no other goes on from: what the next line has seen. */
  readonly heads: () => readonly string[];
  /** Notes a line that has no effect here, but from which others may go on. */
  readonly note: (hash: string, seen: readonly string[]) => void;
  /** Whether a line was met. */
  readonly has: (hash: string) => boolean;
}

function isInOrder(actions: readonly Action[]): boolean {
  return actions.every((action, index) => {
    const before = actions[index - 1];
    return before === undefined || compareActions(before, action) < 0;
  });
}

export function createUnion(): Union {
  let actions: readonly Action[] = [];
  const known = new Set<string>();
  /** Lines that others go on from and that have not been met. */
  const awaited = new Set<string>();
  const heads = new Set<string>();

  function note(hash: string, seen: readonly string[]): void {
    known.add(hash);
    for (const before of seen)
      if (known.has(before)) heads.delete(before);
      else awaited.add(before);
    if (!awaited.delete(hash)) heads.add(hash);
  }

  return {
    add(lines) {
      const last = actions.at(-1);
      const added = lines.map(({action}) => action);
      for (const {hash, seen} of lines) note(hash, seen);
      const joined = actions.length === 0 ? added : [...actions, ...added];
      const isBehind = isInOrder(last ? [last, ...added] : added);
      actions = isBehind ? joined : joined.toSorted(compareActions);
      // In whatever order they came: what counts is whether what was there kept its place.
      return (
        actions === joined ||
        last === undefined ||
        actions[actions.length - added.length - 1] === last
      );
    },
    actions: () => actions,
    heads: () => [...heads].toSorted(),
    note,
    has: (hash) => known.has(hash),
  };
}
