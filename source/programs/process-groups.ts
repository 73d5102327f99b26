import {setTimeout as wait} from 'node:timers/promises';
import {livingMembers, stillAlive} from './process-table.ts';

/** How long a process may take to end after SIGTERM before it gets SIGKILL. */
const graceful = 1000;

const live = new Set<number>();
let isWatchingExit = false;

function sendTo(group: number, signal: NodeJS.Signals | 0): boolean {
  // After each command its group is gone, and the stack of that error takes longer than the signal.
  const {stackTraceLimit} = Error;
  Error.stackTraceLimit = 0;
  try {
    return process.kill(-group, signal);
  } catch (error) {
    // EPERM: someone of another user is in the group, so it still exists.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

/** Remembers a group, so that nothing of it outlives this program however it exits. */
export function watchGroup(group: number): void {
  live.add(group);
  if (!isWatchingExit) {
    isWatchingExit = true;
    process.once('exit', () => {
      for (const one of live) sendTo(one, 'SIGKILL');
    });
  }
}

/** Ends all groups that run now. */
export async function endGroups(): Promise<void> {
  await Promise.all(Array.from(live, endGroup));
}

export function forgetGroup(group: number): void {
  live.delete(group);
}

/** Whether a group is of something this program has running now. */
export function isWatched(group: number): boolean {
  return live.has(group);
}

/**
 * Tells whether a group still has a living process. A signal reaches the dead whom nobody has
 * collected too, as in a container without an init, so the process table has the last word.
 */
function createLifeCheck(group: number): () => Promise<boolean> {
  let members: readonly number[] = [];
  return async () => {
    if (!sendTo(group, 0)) return false;
    members = await stillAlive(members, group);
    if (members.length > 0) return true;
    const found = await livingMembers(group);
    members = found ?? [];
    return found === undefined || found.length > 0;
  };
}

/**
 * Ends every process of a group: SIGTERM, and SIGKILL for who is still there after a second. The
 * group's leader need not live any more. Resolves when nobody is left.
 */
export async function endGroup(group: number): Promise<void> {
  const isAlive = createLifeCheck(group);
  const started = performance.now();
  const hasLasted = (time: number) => performance.now() - started >= time;
  let hasTerminated = false;
  let hasKilled = false;
  for (let pause = 2; await isAlive(); pause = Math.min(pause * 2, 50)) {
    if (!hasTerminated) {
      hasTerminated = true;
      sendTo(group, 'SIGTERM');
    } else if (!hasKilled && hasLasted(graceful)) {
      hasKilled = true;
      sendTo(group, 'SIGKILL');
    } else if (hasLasted(graceful * 3))
      // Stuck in the kernel, where no signal reaches; waiting longer would hang the run.
      return;
    await wait(pause);
  }
}
