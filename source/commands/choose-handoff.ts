import {Problem} from '../problem.ts';
import type {Handoff} from '../handoff/model/handoff.ts';
import {readKnown} from '../store/list-handoffs.ts';
import {openReader, type HandoffReader, type Snapshot} from '../store/snapshot.ts';
import {StoreError} from '../store/store-error.ts';

/** The handoff worked on last, of those that can be opened; the reason where none can. */
function latest(home: string): HandoffReader | StoreError | undefined {
  const {known, unread} = readKnown(home);
  const readers: HandoffReader[] = [];
  let broken: StoreError | undefined;
  for (const id of unread)
    try {
      readers.push(openReader(home, id));
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
      broken ??= error;
    }
  const [first] = known.toSorted((a, b) => (a.updatedAt < b.updatedAt ? 1 : -1));
  if (first) readers.push(openReader(home, first.id));
  const changed = (reader: HandoffReader) => reader.snapshot().handoff.updatedAt;
  const [newest] = readers.toSorted((a, b) => (changed(a) < changed(b) ? 1 : -1));
  return newest ?? broken;
}

/**
 * The handoff that a command means: the one named, else the one worked on last.
 *
 * @throws {Problem} when there is none.
 */
export function chooseReader(home: string, id?: string): HandoffReader {
  if (id !== undefined) return openReader(home, id);
  const found = latest(home);
  if (found instanceof StoreError) throw found;
  if (found) return found;
  throw new Problem(
    'There is no handoff yet.',
    'Start one with "handoff-wizard new --customer NAME --system NAME".',
  );
}

/** {@link chooseReader} for those who change nothing. */
export function chooseSnapshot(home: string, id?: string): Snapshot {
  return chooseReader(home, id).snapshot();
}

/** {@link chooseSnapshot} for those who need no journal. */
export function chooseHandoff(home: string, id?: string): Handoff {
  return chooseSnapshot(home, id).handoff;
}
