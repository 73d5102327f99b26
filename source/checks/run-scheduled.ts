/** Something to be done after others. */
export interface Task {
  /** Positions of the tasks that must have ended before. */
  readonly after: readonly number[];
  /** Nothing else runs meanwhile; in its turn it waits for those that run, and the next wait for it. */
  readonly isAlone?: boolean;
}

export interface ScheduleOptions {
  /** How many tasks may run at once. */
  readonly jobs: number;
  /** Aborting starts nothing more. */
  readonly signal: AbortSignal;
  readonly run: (position: number) => Promise<void>;
}

function insertSorted(list: number[], value: number): void {
  const at = list.findLastIndex((one) => one < value);
  list.splice(at + 1, 0, value);
}

/**
 * Runs tasks a few at a time, each when those before it have ended, and otherwise in their order.
 * There must be no circles. Resolves when all have ended, or after an abort when those have that had
 * started. When one throws, nothing more is started and it rejects as soon as none is left running.
 */
export async function schedule(
  tasks: readonly Task[],
  {jobs, signal, run}: ScheduleOptions,
): Promise<void> {
  const waitingFor = tasks.map(({after}) => new Set(after));
  const followers = tasks.map((): number[] => []);
  for (const [position, before] of waitingFor.entries())
    for (const one of before) followers[one]?.push(position);
  const ready = [...tasks.keys()].filter((position) => waitingFor[position]?.size === 0);
  const active = new Map<number, Promise<number>>();
  let failure: {readonly error: unknown} | undefined;

  function hasRoom(next: number): boolean {
    if (active.size === 0) return true;
    const isOneAlone = [next, ...active.keys()].some((position) => tasks[position]?.isAlone);
    return active.size < jobs && !isOneAlone;
  }

  async function runOne(position: number): Promise<number> {
    try {
      await run(position);
    } catch (error) {
      failure ??= {error};
    }
    return position;
  }

  for (;;) {
    while (!signal.aborted && !failure) {
      const [next] = ready;
      if (next === undefined || !hasRoom(next)) break;
      ready.shift();
      active.set(next, runOne(next));
    }
    if (active.size === 0) break;
    const ended = await Promise.race(active.values());
    active.delete(ended);
    for (const follower of followers[ended] ?? []) {
      waitingFor[follower]?.delete(ended);
      if (waitingFor[follower]?.size === 0) insertSorted(ready, follower);
    }
  }
  if (failure) throw failure.error;
}
