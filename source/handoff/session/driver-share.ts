import {overlap, sessionTime} from './session-clock.ts';
import type {Driver, Session} from '../model/session.ts';

/** Milliseconds in which each side had the keyboard. */
export type DriverTimes = Readonly<Record<Driver, number>>;

/**
 * Who drove for how long, in one block or, without one, in all blocks; pauses left out. Until
 * somebody says otherwise the engineer drives: a share of the customer's is claimed, not assumed.
 */
export function driverTimes(session: Session, now: string, block?: string): DriverTimes {
  const end = session.endedAt ?? now;
  const turns = session.drivers.map(({driver, startedAt}, index) => ({
    driver,
    startedAt,
    endedAt: session.drivers[index + 1]?.startedAt ?? end,
  }));
  let customer = 0;
  let all = 0;
  for (const time of session.blocks) {
    if (block !== undefined && time.block !== block) continue;
    const stretch = {startedAt: time.startedAt, endedAt: time.endedAt ?? end};
    all += sessionTime(session, stretch.startedAt, stretch.endedAt);
    for (const turn of turns) {
      if (turn.driver !== 'customer') continue;
      const shared = overlap(stretch, turn);
      if (shared) customer += sessionTime(session, shared.startedAt, shared.endedAt);
    }
  }
  return {customer, engineer: Math.max(0, all - customer)};
}

/** The customer's share in percent, whole; nothing before the block has begun. */
export function customerShare({customer, engineer}: DriverTimes): number | undefined {
  const all = customer + engineer;
  return all > 0 ? Math.round((customer / all) * 100) : undefined;
}

/** Who has the keyboard now. */
export function currentDriver(session: Session): Driver {
  return session.drivers.at(-1)?.driver ?? 'engineer';
}
