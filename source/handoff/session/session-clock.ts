import type {Pause, Session} from '../model/session.ts';
import {correctedMinutes} from './held.ts';
import {leftOpenSince, silences} from './silence.ts';

const minute = 60_000;

/** The session's clock at one moment. Durations in milliseconds, pauses left out. */
export interface SessionClock {
  readonly state: 'planned' | 'running' | 'paused' | 'ended';
  readonly elapsed: number;
  /** Id of the agenda block that runs, or ran last. */
  readonly block?: string;
  readonly blockElapsed: number;
  /** Nobody ended it, and nobody did anything for hours; from when on it is not counted. */
  readonly leftOpenSince?: string;
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
  const still = [...session.pauses, ...silences(session, to)];
  return Math.max(0, end - start - pausedWithin(still, start, end));
}

/** Reads the clock; `now` is an ISO 8601 instant. */
export function readClock(session: Session, now: string): SessionClock {
  const {startedAt, endedAt, blocks, pauses, parts} = session;
  if (!startedAt) return {state: 'planned', elapsed: 0, blockElapsed: 0};
  const to = endedAt ?? now;
  const running = blocks.at(-1);
  const leftOpen = leftOpenSince(session, now);
  const isPaused = pauses.some((pause) => !pause.endedAt);
  return {
    state: endedAt ? 'ended' : isPaused ? 'paused' : 'running',
    elapsed: parts.reduce(
      (sum, part) => sum + sessionTime(session, part.startedAt, part.endedAt ?? to),
      0,
    ),
    blockElapsed: running ? sessionTime(session, running.startedAt, to) : 0,
    ...(running ? {block: running.block} : {}),
    ...(leftOpen === undefined ? {} : {leftOpenSince: leftOpen}),
  };
}

/** The clock's time of one stretch of a block, as far as it lies in the parts of the session. */
function stretchTime(session: Session, from: string, to: string): number {
  return session.parts.reduce((sum, part) => {
    const held = overlap(
      {startedAt: from, endedAt: to},
      {startedAt: part.startedAt, endedAt: part.endedAt ?? to},
    );
    return held ? sum + sessionTime(session, held.startedAt, held.endedAt) : sum;
  }, 0);
}

/**
 * Milliseconds spent in one block, however often it was entered: over the whole session, or from
 * `since` on. What was set right counts, and what was held after that on top of it.
 */
export function timeInBlock(session: Session, block: string, now: string, since = ''): number {
  const corrected = since === '' ? correctedMinutes(session, 'minutes', block) : undefined;
  const from = corrected?.at ?? since;
  return session.blocks
    .filter((time) => time.block === block && time.startedAt >= from)
    .reduce(
      (total, {startedAt, endedAt}) =>
        total + stretchTime(session, startedAt, endedAt ?? session.endedAt ?? now),
      (corrected?.minutes ?? 0) * minute,
    );
}
