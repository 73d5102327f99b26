import type {Change} from '../handoff/model/actions.ts';
import {lastRedoable, lastUndoable} from '../handoff/changes/journal.ts';
import {withCalendar} from './calendar.ts';
import type {CursorPosition} from './file-format.ts';
import {readHandoffFile} from './handoff-files.ts';
import {watchHandoffs} from './watch.ts';
import {withoutSecrets} from './without-secrets.ts';
import {appendChanges, readSnapshot, type AppendRequest, type Snapshot} from './store.ts';

/** A handoff that is open in a face: always what the store holds, also when others change it. */
export interface LiveHandoff {
  readonly snapshot: () => Snapshot;
  /** Calls back after every change, from here or from another process. */
  readonly subscribe: (listener: () => void) => () => void;
  /**
   * Resolves once the changes are on disk, with a notice where something was left out, such as a
   * secret; rejects with nothing written.
   */
  readonly dispatch: (
    changes: readonly Change[],
    position?: CursorPosition,
  ) => Promise<string | undefined>;
  /** Takes back the actor's last action; gives what was taken back. */
  readonly undo: () => Promise<Change | undefined>;
  /** Puts back what the last undo took; gives what was put back. */
  readonly redo: () => Promise<Change | undefined>;
  readonly savePosition: (position: CursorPosition) => Promise<void>;
  readonly close: () => Promise<void>;
}

/**
 * Opens a handoff.
 *
 * @throws {UnknownHandoffError | StoreError} when it cannot be read.
 */
export function openLiveHandoff(home: string, id: string, actor: string): LiveHandoff {
  let current = readSnapshot(home, id);
  const listeners = new Set<() => void>();
  let queue: Promise<unknown> = Promise.resolve();

  function show(next: Snapshot): void {
    current = next;
    for (const listener of listeners) listener();
  }

  /** One write after the other, so that quick keys keep their order. */
  function enqueue<T>(work: () => Promise<T>): Promise<T> {
    const result = queue.then(work);
    queue = result.catch(() => undefined);
    return result;
  }

  async function append(decide: AppendRequest['decide'], position?: CursorPosition): Promise<void> {
    show(await appendChanges({home, id, actor, decide, position, known: current}));
  }

  function takeBack(pick: typeof lastUndoable): Promise<Change | undefined> {
    return enqueue(async () => {
      let target: ReturnType<typeof lastUndoable>;
      await append((journal) => {
        target = pick(journal, actor);
        return target ? [{type: 'undone', action: target.id}] : [];
      });
      return target;
    });
  }

  function reload(): void {
    try {
      const {journal} = readHandoffFile(home, id);
      const isNews = journal.at(-1)?.id !== current.journal.at(-1)?.id;
      // Most news of the file is of what was written from here, and costs no folding.
      if (isNews || journal.length !== current.journal.length) show(readSnapshot(home, id));
    } catch {
      // A file that is broken now is reported by the next write; what is shown stays shown.
    }
  }

  const stopWatching = watchHandoffs(home, (changed) => {
    if (changed === id) void enqueue(async () => reload());
  });

  return {
    snapshot: () => current,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    dispatch: (changes, position) =>
      enqueue(async () => {
        const {safe, notice} = await withoutSecrets(changes);
        await append(() => withCalendar(home, current.handoff.holidays, safe), position);
        return notice;
      }),
    undo: () => takeBack(lastUndoable),
    redo: async () => {
      const undo = await takeBack(lastRedoable);
      const target = undo?.type === 'undone' ? undo.action : undefined;
      return current.journal.find((action) => action.id === target);
    },
    savePosition: (position) => enqueue(() => append(() => [], position)),
    async close() {
      stopWatching();
      await queue;
    },
  };
}
