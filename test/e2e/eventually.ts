import {vi} from 'vitest';

/** Tries again until nothing fails any more, for what has no screen to wait for. */
export function eventually<T>(attempt: () => T | Promise<T>): Promise<T> {
  return vi.waitFor(attempt, {timeout: 120_000, interval: 20});
}
