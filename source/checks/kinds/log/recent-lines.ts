import type {LineFilter} from '../../text/line-scanner.ts';
import {timeAt} from './log-time.ts';

export interface RecentLines extends LineFilter {
  /** Whether any line began with a time; without one nothing can be said. */
  readonly hasTimes: () => boolean;
}

/** Where the line before the one at `start` begins; -1 when there is none. */
function lineBefore(block: string, start: number): number {
  return start === 0 ? -1 : start === 1 ? 0 : block.lastIndexOf('\n', start - 2) + 1;
}

/**
 * Accepts lines whose time is `since` (milliseconds) or later. A line without a time belongs to the
 * line before; the first lines of all, before any time, to the first line with one.
 */
export function createRecentLines(since: number, now: Date): RecentLines {
  let isLastRecent: boolean | undefined;
  /** The line of this block that was decided last: matches come from top to bottom. */
  let decided: {readonly at: number; readonly isRecent: boolean} | undefined;

  function isRecent(block: string, start: number): boolean | undefined {
    const time = timeAt(block, start, now);
    return time === undefined ? undefined : time >= since;
  }

  function firstRecent(block: string): boolean {
    for (let at = 0; at < block.length;) {
      const found = isRecent(block, at);
      if (found !== undefined) return found;
      const end = block.indexOf('\n', at);
      at = end === -1 ? block.length : end + 1;
    }
    return false;
  }

  function decide(block: string, start: number): boolean {
    for (let at = start; at >= 0; at = lineBefore(block, at)) {
      if (decided?.at === at) return decided.isRecent;
      const found = isRecent(block, at);
      if (found !== undefined) return found;
    }
    return isLastRecent ?? firstRecent(block);
  }

  return {
    accepts(block, start) {
      decided = {at: start, isRecent: decide(block, start)};
      return decided.isRecent;
    },
    pass(block) {
      decided = undefined;
      for (let at = lineBefore(block, block.length + 1); at >= 0; at = lineBefore(block, at)) {
        const found = isRecent(block, at);
        if (found !== undefined) {
          isLastRecent = found;
          return;
        }
      }
    },
    hasTimes: () => isLastRecent !== undefined,
  };
}
