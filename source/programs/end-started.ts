import {endCalls} from './end-calls.ts';
import {endGroups} from './process-groups.ts';

/** Ends all that this program has started and that still runs; resolves when nothing of it is left. */
export async function endStarted(): Promise<void> {
  await Promise.all([endGroups(), endCalls()]);
}
