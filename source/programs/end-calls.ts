import {withDescendants} from './process-table.ts';

/** How long a program may take to end after SIGTERM before it gets SIGKILL. */
const graceful = 1000;

/** A called program that has not ended yet. */
interface Called {
  readonly pid: number;
  readonly ended: Promise<unknown>;
}

const live = new Set<Called>();

/** Remembers a called program until it has ended, so that it can be ended before. */
export function watchCall(called: Called): void {
  live.add(called);
  const forget = () => live.delete(called);
  called.ended.then(forget, forget);
}

function send(pids: readonly number[], signal: NodeJS.Signals): void {
  for (const pid of pids)
    try {
      process.kill(pid, signal);
    } catch {
      // It has ended meanwhile.
    }
}

async function endCall({pid, ended}: Called): Promise<void> {
  // A script may wait for what it has started, which has the terminal: all of it has to end.
  const pids = await withDescendants(pid);
  send(pids, 'SIGTERM');
  const timer = setTimeout(() => send(pids, 'SIGKILL'), graceful);
  await ended.catch(() => undefined);
  clearTimeout(timer);
}

/** Ends what was called and has not answered yet, with all that it has started. */
export async function endCalls(): Promise<void> {
  await Promise.all(Array.from(live, endCall));
}
