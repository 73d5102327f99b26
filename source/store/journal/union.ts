import type {Action} from '../../handoff/changes/catalogue.ts';
import {compareActions} from '../../handoff/changes/journal.ts';
import type {JournalLine} from './line.ts';

/** The lines of all writers in their one order. */
export interface Union {
  /** Takes lines in; gives whether all of them stand behind what was there. */
  readonly add: (lines: readonly JournalLine[]) => boolean;
  readonly actions: () => readonly Action[];
  /** Hashes of the lines that no other goes on from: what the next line has seen. */
  readonly heads: () => readonly string[];
  /** Notes a line that has no effect here, but from which others may go on. */
  readonly note: (hash: string, seen: readonly string[]) => void;
  /** Whether a line goes on from one that is nowhere. */
  readonly isMissing: (hash: string) => boolean;
  /** The hash of the line with this id, once it was taken in. */
  readonly hashOf: (id: string) => string | undefined;
}

export function createUnion(): Union {
  let actions: Action[] = [];
  const hashes = new Map<string, string>();
  const known = new Set<string>();
  const goneOnFrom = new Set<string>();
  const heads = new Set<string>();

  function note(hash: string, seen: readonly string[]): void {
    known.add(hash);
    for (const before of seen) {
      goneOnFrom.add(before);
      heads.delete(before);
    }
    if (!goneOnFrom.has(hash)) heads.add(hash);
  }

  return {
    add(lines) {
      const last = actions.at(-1);
      const added = lines.map(({action}) => action).toSorted(compareActions);
      for (const {action, hash, seen} of lines) {
        hashes.set(action.id, hash);
        note(hash, seen);
      }
      const [first] = added;
      const isBehind = !last || !first || compareActions(last, first) < 0;
      // The list that was given away stays as it was.
      actions = isBehind ? [...actions, ...added] : [...actions, ...added].sort(compareActions);
      return isBehind;
    },
    actions: () => actions,
    heads: () => [...heads].toSorted(),
    note,
    isMissing: (hash) => !known.has(hash),
    hashOf: (id) => hashes.get(id),
  };
}
