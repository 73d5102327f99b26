import {useIsScreenReaderEnabled} from 'ink';
import type {OnProgress} from '../progress/told-progress.ts';
import type {Message} from './frame/message.ts';

/** Milliseconds that something may last before it is said how far it is. */
const patience = 300;
/** How often that is said anew: a screen reader reads all of it out each time. */
const often = 100;
const seldom = 10_000;

/** Does a work, and says meanwhile how far it is. */
export type TellProgressOf = <T>(
  work: (onProgress: OnProgress) => Promise<T>,
  /** Once it is aborted, nothing more is said. */
  signal?: AbortSignal,
) => Promise<T>;

/** Says in the message line how far a work is, and takes that away when the work has ended. */
export function useToldProgress(
  setMessage: (next: (before: Message | undefined) => Message | undefined) => void,
): TellProgressOf {
  const isSpoken = useIsScreenReaderEnabled();
  return async (work, signal) => {
    const started = performance.now();
    let last = started;
    let said: Message | undefined;
    const tell = (message: Message | undefined) => {
      const before = said;
      said = message;
      setMessage((is) => (message === undefined && is !== before ? is : message));
    };
    try {
      return await work((progress) => {
        if (signal?.aborted) return;
        const now = performance.now();
        if (now - last < (isSpoken ? seldom : said ? often : patience)) return;
        last = now;
        tell(
          progress && {
            text: progress.doing,
            token: 'accent',
            progress: {progress, elapsed: now - started},
          },
        );
      });
    } finally {
      tell(undefined);
    }
  };
}
