import type {Pause, Session} from './session.ts';

/** The session's clock at one moment. Durations in milliseconds, pauses left out. */
export interface SessionClock {
  readonly state: 'planned' | 'running' | 'paused' | 'ended';
  readonly elapsed: number;
  /** Id of the agenda block that runs, or ran last. */
  readonly block?: string;
  readonly blockElapsed: number;
}

/** Milliseconds of the stretch from `from` to `to` that fall into pauses. */
function pausedWithin(pauses: readonly Pause[], from: number, to: number): number {
  let total = 0;
  for (const pause of pauses) {
    const start = Math.max(Date.parse(pause.startedAt), from);
    const end = Math.min(pause.endedAt ? Date.parse(pause.endedAt) : to, to);
    total += Math.max(0, end - start);
  }
  return total;
}

function stretch(session: Session, from: string, to: number): number {
  const start = Date.parse(from);
  return Math.max(0, to - start - pausedWithin(session.pauses, start, to));
}

/** Reads the clock; `now` is an ISO 8601 instant. */
export function readClock(session: Session, now: string): SessionClock {
  const {startedAt, endedAt, blocks, pauses} = session;
  if (!startedAt) return {state: 'planned', elapsed: 0, blockElapsed: 0};
  const to = Date.parse(endedAt ?? now);
  const running = blocks.at(-1);
  const isPaused = pauses.some((pause) => !pause.endedAt);
  return {
    state: endedAt ? 'ended' : isPaused ? 'paused' : 'running',
    elapsed: stretch(session, startedAt, to),
    blockElapsed: running ? stretch(session, running.startedAt, to) : 0,
    ...(running ? {block: running.block} : {}),
  };
}

/** Milliseconds spent in one block over the whole session, however often it was entered. */
export function timeInBlock(session: Session, block: string, now: string): number {
  return session.blocks
    .filter((time) => time.block === block)
    .reduce(
      (total, time) =>
        total +
        stretch(session, time.startedAt, Date.parse(time.endedAt ?? session.endedAt ?? now)),
      0,
    );
}
