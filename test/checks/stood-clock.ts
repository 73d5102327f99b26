import {readFile} from 'node:fs/promises';
import {setTimeout as pause} from 'node:timers/promises';
import {vi} from 'vitest';

/** A clock that stands still until it is told to go on. */
export interface StoodClock extends Disposable {
  readonly pass: (milliseconds: number) => void;
}

/**
 * Stops the clock by which checks time out and are tried again, so that a slow machine changes nothing.
 * Processes, and the second between SIGTERM and SIGKILL, go on as ever.
 */
export function stopClock(what: readonly ('setTimeout' | 'performance')[]): StoodClock {
  const timeouts = what.includes('setTimeout') ? (['clearTimeout'] as const) : [];
  vi.useFakeTimers({toFake: [...what, ...timeouts]});
  return {
    pass(milliseconds) {
      vi.advanceTimersByTime(milliseconds);
    },
    [Symbol.dispose]() {
      vi.useRealTimers();
    },
  };
}

/** Resolves when so many lines have been written into a file. */
export async function linesIn(path: string, count: number): Promise<void> {
  const written = async () => (await readFile(path, 'utf8').catch(() => '')).split('\n').length - 1;
  while ((await written()) < count) await pause(5);
}
