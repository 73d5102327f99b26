import type {Action, Change} from '../handoff/changes/catalogue.ts';
import {changeWords} from '../handoff/changes/change-words.ts';
import {answeredWith, lastRedoable, lastUndoable} from '../handoff/changes/undo.ts';
import {withReason} from '../handoff/changes/with-reason.ts';
import type {Refusal} from '../handoff/rules/refused.ts';
import {appendTo, type AppendRequest} from './append-changes.ts';
import type {CursorPosition} from './progress/cursor.ts';
import {isProgressOf, keepCursor, keepLook, keepProgress} from './progress/keep-progress.ts';
import {readingNotices, type JournalNotice} from './reading-notices.ts';
import {openReader, type Snapshot} from './snapshot.ts';
import {refusalOf} from './refusal-of.ts';
import {StoreError} from './store-error.ts';
import {watchHandoff} from './watch.ts';

/** What a person has agreed to when something is taken back. */
export interface UndoOptions {
  readonly reason?: string;
  /** Actions of others that go with it. */
  readonly along?: readonly string[];
}

/** A handoff that is open in a face: always what the store holds, also when others change it. */
export interface LiveHandoff {
  readonly snapshot: () => Snapshot;
  /** What a person should know of how the journal was read. */
  readonly notices: () => readonly JournalNotice[];
  /** Why changes may not be now, one after the other; nothing when the store would write them. */
  readonly refusal: (...changes: readonly Change[]) => Refusal | undefined;
  /** The changes with a reason in each that can have one and has none. */
  readonly withReason: (changes: readonly Change[], reason: string) => readonly Change[];
  /** Calls back after every change, from here or from another process. */
  readonly subscribe: (listener: () => void) => () => void;
  /**
   * Resolves once the changes are on disk, with a notice where something was left out, such as a
   * secret; rejects with nothing written.
   */
  readonly dispatch: (
    changes: readonly Change[],
    cursor?: CursorPosition,
  ) => Promise<string | undefined>;
  /** Takes back the actor's last action; gives it in words. */
  readonly undo: (options?: UndoOptions) => Promise<string | undefined>;
  /** Puts back what the last undo took; gives it in words. */
  readonly redo: () => Promise<string | undefined>;
  /** Keeps that all that is here now was seen by this person. */
  readonly keepLook: () => Promise<void>;
  readonly savePosition: (cursor: CursorPosition) => Promise<void>;
  /** Resolves when all that was asked for is on disk or has failed; gives what has failed. */
  readonly close: () => Promise<readonly unknown[]>;
}

/** What running something needs of an open handoff; a kit that was received has it as well. */
export type HandoffAtHand = Pick<LiveHandoff, 'snapshot' | 'refusal' | 'dispatch'>;

/**
 * Opens a handoff.
 *
 * @param clock gives the ISO 8601 instant now; the machine's own, where not given
 * @throws {UnknownHandoffError | StoreError} when it cannot be read.
 */
export function openLiveHandoff(
  home: string,
  id: string,
  actor: string,
  clock?: () => string,
): LiveHandoff {
  const instant = () => clock?.() ?? new Date().toISOString();
  const reader = openReader(home, id);
  let current = reader.snapshot();
  const listeners = new Set<() => void>();
  let failed: readonly unknown[] = [];
  let queue: Promise<unknown> = Promise.resolve();

  /**
   * Others hear of it in the next turn, so that a face draws a change and what it says of it at once.
   * The cursor is that of this face, wherever another one has put its own.
   */
  function show(next: Snapshot, position = current.position): void {
    current = {...next, ...(position ? {position} : {})};
    setImmediate(() => {
      for (const listener of listeners) listener();
    });
  }

  /** One write after the other, so that quick keys keep their order. */
  function enqueue<T>(work: () => Promise<T>): Promise<T> {
    const result = queue.then(work);
    queue = result.catch(() => undefined);
    return result;
  }

  async function append(
    decide: AppendRequest['decide'],
    cursor?: CursorPosition,
  ): Promise<string | undefined> {
    try {
      const {snapshot, notice} = await appendTo(reader, {home, id, actor, decide, cursor, clock});
      // Each failure was told; what counts at the end is what has not been saved since.
      failed = [];
      show(snapshot, cursor);
      return notice;
    } catch (error) {
      if (error instanceof StoreError) failed = [...failed, error];
      show(reader.snapshot());
      throw error;
    }
  }

  function takeBack(
    pick: (journal: readonly Action[], by: string) => Action | undefined,
    options: UndoOptions = {},
  ): Promise<Action | undefined> {
    return enqueue(async () => {
      let target: Action | undefined;
      await append(({journal}) => {
        target = pick(journal, actor);
        if (!target) return [];
        const together = answeredWith(journal, target).map((one) => one.id);
        const along = [...together, ...(options.along ?? [])];
        return [
          {type: 'undone', action: target.id, ...options, ...(along.length > 0 ? {along} : {})},
        ];
      });
      return target;
    });
  }

  function reload(): void {
    try {
      if (reader.refresh()) show(reader.snapshot());
    } catch {
      // What cannot be read now is reported by the next write; what is shown stays shown.
    }
  }

  const opened = current;
  if (!isProgressOf(home, id, opened)) void enqueue(() => keepProgress(home, id, opened));
  const stopWatching = watchHandoff(home, id, () => void enqueue(async () => reload()));

  return {
    snapshot: () => current,
    withReason,
    refusal: (...changes) => refusalOf(current, changes, {actor, now: instant()}),
    notices: () => readingNotices(current, instant()),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    dispatch: (changes, cursor) => enqueue(() => append(() => changes, cursor)),
    async undo(options) {
      const {handoff, journal} = current;
      const taken = await takeBack(lastUndoable, options);
      if (!taken) return undefined;
      const more = answeredWith(journal, taken).length;
      return `${changeWords(handoff, taken)}${more > 0 ? `, and ${more} more that went with it` : ''}`;
    },
    redo: async () => {
      const undo = await takeBack(lastRedoable);
      const target = undo?.type === 'undone' ? undo.action : undefined;
      const put = current.journal.find((action) => action.id === target);
      return put && changeWords(current.handoff, put);
    },
    keepLook: () => enqueue(() => keepLook(home, id, current.heads)),
    savePosition: (cursor) =>
      enqueue(async () => {
        await keepCursor(home, id, cursor);
        current = {...current, position: cursor};
      }),
    async close() {
      stopWatching();
      await queue;
      return failed;
    },
  };
}
