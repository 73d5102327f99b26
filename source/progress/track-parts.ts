import type {Progress} from './told-progress.ts';

/** One of the parts that a work has. */
export interface Part {
  readonly name: string;
  /** Parts of a kind take about as long as one another: how long is learned from those that are through. */
  readonly kind: string;
  /** Milliseconds that it took the last time. */
  readonly usual?: number | undefined;
}

interface Timed {
  readonly part: Part;
  startedAt?: number;
  endedAt?: number;
}

export interface TrackedParts {
  readonly start: (index: number) => void;
  readonly finish: (index: number) => void;
  readonly now: () => Progress;
}

function meanOf(times: readonly number[]): number | undefined {
  return times.length === 0 ? undefined : times.reduce((sum, one) => sum + one, 0) / times.length;
}

/**
 * Keeps how far parts are that are done after each other, or a few at once. How long the rest takes is
 * told where each part that is left took its time before, in an earlier run or as one of its kind in this one.
 *
 * @param jobs how many may go on at once
 * @param clock gives milliseconds
 */
export function trackParts(
  parts: readonly Part[],
  jobs = 1,
  clock = () => performance.now(),
): TrackedParts {
  const all: Timed[] = parts.map((part) => ({part}));

  function expected({kind, usual}: Part): number | undefined {
    if (usual !== undefined) return usual;
    const ended = all.filter(({part, endedAt}) => part.kind === kind && endedAt !== undefined);
    return meanOf(ended.map(({startedAt = 0, endedAt = 0}) => endedAt - startedAt));
  }

  function timeLeft(): number | undefined {
    const now = clock();
    const rests: number[] = [];
    for (const {part, startedAt, endedAt} of all) {
      if (endedAt !== undefined) continue;
      const whole = expected(part);
      if (whole === undefined) return undefined;
      const rest = startedAt === undefined ? whole : whole - (now - startedAt);
      // Of what takes longer than it ever did, nobody knows how much longer.
      if (rest < 0) return undefined;
      rests.push(rest);
    }
    const sum = rests.reduce((a, b) => a + b, 0);
    return Math.max(sum / jobs, ...rests, 0);
  }

  return {
    start(index) {
      const one = all[index];
      if (one) one.startedAt = clock();
    },
    finish(index) {
      const one = all[index];
      if (one) one.endedAt = clock();
    },
    now() {
      const running = all
        .filter(({startedAt, endedAt}) => startedAt !== undefined && endedAt === undefined)
        .map(({part}) => part.name);
      const left = timeLeft();
      return {
        doing: running.join(', '),
        done: all.filter(({endedAt}) => endedAt !== undefined).length,
        total: all.length,
        ...(left === undefined ? {} : {left}),
      };
    },
  };
}
