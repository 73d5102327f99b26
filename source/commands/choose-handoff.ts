import {Problem} from '../problem.ts';
import type {Handoff} from '../handoff/model/handoff.ts';
import {readKnown} from '../store/list-handoffs.ts';
import {readSnapshot, type Snapshot} from '../store/snapshot.ts';
import {StoreError} from '../store/store-error.ts';

/** The handoff worked on last, of those that can be opened; the reason where none can. */
function latest(home: string): Snapshot | StoreError | undefined {
  const {known, unread} = readKnown(home);
  const snapshots: Snapshot[] = [];
  let broken: StoreError | undefined;
  for (const id of unread) {
    try {
      snapshots.push(readSnapshot(home, id));
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
      broken ??= error;
    }
  }
  const [first] = known.toSorted((a, b) => (a.updatedAt < b.updatedAt ? 1 : -1));
  if (first) snapshots.push(readSnapshot(home, first.id));
  const [newest] = snapshots.toSorted((a, b) =>
    a.handoff.updatedAt < b.handoff.updatedAt ? 1 : -1,
  );
  return newest ?? broken;
}

/**
 * The handoff that a command means: the one named, else the one worked on last.
 *
 * @throws {Problem} when there is none.
 */
export function chooseSnapshot(home: string, id?: string): Snapshot {
  if (id !== undefined) return readSnapshot(home, id);
  const found = latest(home);
  if (found instanceof StoreError) throw found;
  if (found) return found;
  throw new Problem(
    'There is no handoff yet.',
    'Start one with "handoff-wizard new --customer NAME --system NAME".',
  );
}

/** {@link chooseSnapshot} for those who need no journal. */
export function chooseHandoff(home: string, id?: string): Handoff {
  return chooseSnapshot(home, id).handoff;
}
