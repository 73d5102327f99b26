import type {AnswerEntry} from '../../handoff/kits/answer-file.ts';
import {changeRefusal} from '../../handoff/kits/received-handoff.ts';
import type {HandoffAtHand} from '../../store/live-handoff.ts';
import {RefusedError} from '../../store/refused-error.ts';
import type {Context} from '../context.ts';
import {changeEntry} from './change-entry.ts';
import type {OpenedKit} from './open-kit.ts';
import {addEntry, readReceived, withdrawLast, type Received} from './received.ts';

/**
 * A kit that is open in a face, with all that was done with it. What runs checks and runbooks on a handoff
 * does so on it as well: what it would write into a journal becomes part of the answer.
 */
export interface LiveKit extends HandoffAtHand {
  readonly received: () => Received;
  /** Calls back after every change from here. */
  readonly subscribe: (listener: () => void) => () => void;
  /** Reads again what was done, such as from another terminal or under another name. */
  readonly refresh: () => void;
  /** Resolves once it is on disk, with a notice where a secret was left out. */
  readonly add: (entry: AnswerEntry) => Promise<string | undefined>;
  /** Takes the last thing back; gives it, nothing where there is none. */
  readonly withdraw: () => Promise<AnswerEntry | undefined>;
}

/** What a handoff has of its journal, which a kit does not have. */
const withoutJournal = {
  journal: [],
  marks: [],
  setAside: [],
  problems: [],
  heads: [],
  gone: [],
  size: {files: 0, bytes: 0},
} as const;

/**
 * Opens a kit to work with.
 *
 * @param now gives the ISO 8601 instant now
 */
export function openLiveKit(
  context: Context,
  opened: OpenedKit,
  now: () => string = () => new Date().toISOString(),
): LiveKit {
  let current = readReceived(context, opened);
  const listeners = new Set<() => void>();
  /** One write after the other, so that quick keys keep their order. */
  let queue: Promise<unknown> = Promise.resolve();

  function show(next: Received): void {
    current = next;
    for (const listener of listeners) listener();
  }

  function enqueue<T>(work: () => Promise<T>): Promise<T> {
    const result = queue.then(work);
    queue = result.catch(() => undefined);
    return result;
  }

  async function add(entry: AnswerEntry): Promise<string | undefined> {
    const {received, notice} = await addEntry(context, opened, entry);
    show(received);
    return notice;
  }

  const refusal: HandoffAtHand['refusal'] = (...changes) => {
    for (const change of changes) {
      const refused = changeRefusal(current.receiving, change, now());
      if (refused) return refused;
    }
    return undefined;
  };

  return {
    received: () => current,
    snapshot: () => ({...withoutJournal, handoff: current.handoff}),
    refusal,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    refresh: () => show(readReceived(context, opened)),
    add: async (entry) => enqueue(async () => add(entry)),
    dispatch: async (changes) =>
      enqueue(async () => {
        let notice: string | undefined;
        for (const change of changes) {
          const entry = changeEntry(change, now());
          const refused = entry ? undefined : refusal(change);
          if (refused) throw new RefusedError(refused);
          if (entry) notice = (await add(entry)) ?? notice;
        }
        return notice;
      }),
    withdraw: async () =>
      enqueue(async () => {
        const taken = await withdrawLast(context, opened);
        show(readReceived(context, opened));
        return taken;
      }),
  };
}
