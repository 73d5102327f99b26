import type {Handoff} from './model.ts';
import {timeInBlock} from './session-clock.ts';
import type {Session} from './session.ts';

interface Stretch {
  readonly from: number;
  readonly to: number;
}

function customerStretches(handoff: Handoff, end: number): Stretch[] {
  const {drivers} = handoff.session;
  const driven = drivers.flatMap(({driver, startedAt}, index) => {
    const next = drivers[index + 1]?.startedAt;
    const stretch = {from: Date.parse(startedAt), to: next ? Date.parse(next) : end};
    return driver === 'customer' ? [stretch] : [];
  });
  const demonstrated = handoff.demonstrations.map(({startedAt, endedAt}) => ({
    from: Date.parse(startedAt),
    to: endedAt ? Date.parse(endedAt) : end,
  }));
  return [...driven, ...demonstrated].toSorted((a, b) => a.from - b.from);
}

/** Stretches that touch or overlap as one, so that no minute counts twice. */
function joined(stretches: readonly Stretch[]): Stretch[] {
  const result: Stretch[] = [];
  for (const stretch of stretches) {
    const last = result.at(-1);
    if (last && stretch.from <= last.to)
      result[result.length - 1] = {from: last.from, to: Math.max(last.to, stretch.to)};
    else result.push(stretch);
  }
  return result;
}

/** As a session of which only one stretch of a block counts; pauses are left out by its clock. */
function timeWithin(session: Session, block: string, {from, to}: Stretch, end: number): number {
  const blocks = session.blocks
    .filter((time) => time.block === block)
    .flatMap(({startedAt, endedAt}) => {
      const start = Math.max(Date.parse(startedAt), from);
      const stop = Math.min(endedAt ? Date.parse(endedAt) : end, to);
      return stop > start
        ? [{block, startedAt: new Date(start).toISOString(), endedAt: new Date(stop).toISOString()}]
        : [];
    });
  return timeInBlock({...session, blocks}, block, new Date(end).toISOString());
}

/**
 * The share of an agenda block, from 0 to 1, in which somebody of the receiver had the keyboard or
 * performed a demonstration. `now` is an ISO 8601 instant.
 */
export function handsOnShare(handoff: Handoff, block: string, now: string): number {
  const {session} = handoff;
  const end = Date.parse(session.endedAt ?? now);
  const total = timeInBlock(session, block, now);
  if (total === 0) return 0;
  const theirs = joined(customerStretches(handoff, end)).reduce(
    (sum, stretch) => sum + timeWithin(session, block, stretch, end),
    0,
  );
  return theirs / total;
}
