import type {Pause, Session} from '../model/session.ts';

/** The session's clock at one moment. Durations in milliseconds, pauses left out. */
export interface SessionClock {
  readonly state: 'planned' | 'running' | 'paused' | 'ended';
  readonly elapsed: number;
  /** Id of the agenda block that runs, or ran last. */
  readonly block?: string;
  readonly blockElapsed: number;
}

interface Stretch {
  readonly startedAt: string;
  readonly endedAt: string;
}

/** The time that two stretches share; nothing where they do not meet. */
export function overlap(a: Stretch, b: Stretch): Stretch | undefined {
  const startedAt = a.startedAt > b.startedAt ? a.startedAt : b.startedAt;
  const endedAt = a.endedAt < b.endedAt ? a.endedAt : b.endedAt;
  return startedAt < endedAt ? {startedAt, endedAt} : undefined;
}

/** Milliseconds from `from` to `to` that fall into pauses; where two pauses meet, once. */
function pausedWithin(pauses: readonly Pause[], from: number, to: number): number {
  const inOrder = pauses
    .map(({startedAt, endedAt}) => ({
      start: Date.parse(startedAt),
      end: endedAt ? Date.parse(endedAt) : to,
    }))
    .toSorted((a, b) => a.start - b.start);
  let total = 0;
  let counted = from;
  for (const pause of inOrder) {
    const start = Math.max(pause.start, counted);
    const end = Math.min(pause.end, to);
    total += Math.max(0, end - start);
    counted = Math.max(counted, end);
  }
  return total;
}

/** Milliseconds between two instants that the session's clock counts. */
export function sessionTime(session: Session, from: string, to: string): number {
  const start = Date.parse(from);
  const end = Date.parse(to);
  return Math.max(0, end - start - pausedWithin(session.pauses, start, end));
}

/** Reads the clock; `now` is an ISO 8601 instant. */
export function readClock(session: Session, now: string): SessionClock {
  const {startedAt, endedAt, blocks, pauses} = session;
  if (!startedAt) return {state: 'planned', elapsed: 0, blockElapsed: 0};
  const to = endedAt ?? now;
  const running = blocks.at(-1);
  const isPaused = pauses.some((pause) => !pause.endedAt);
  return {
    state: endedAt ? 'ended' : isPaused ? 'paused' : 'running',
    elapsed: sessionTime(session, startedAt, to),
    blockElapsed: running ? sessionTime(session, running.startedAt, to) : 0,
    ...(running ? {block: running.block} : {}),
  };
}

/**
 * Milliseconds spent in one block, however often it was entered: over the whole session, or from
 * `since` on.
 */
export function timeInBlock(session: Session, block: string, now: string, since = ''): number {
  return session.blocks
    .filter((time) => time.block === block && time.startedAt >= since)
    .reduce(
      (total, {startedAt, endedAt}) =>
        total + sessionTime(session, startedAt, endedAt ?? session.endedAt ?? now),
      0,
    );
}
