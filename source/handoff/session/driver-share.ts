import {correctedMinutes} from './held.ts';
import {overlap, sessionTime, timeInBlock} from './session-clock.ts';
import type {Minutes} from '../../playbook/playbook.ts';
import type {Driver, Session} from '../model/session.ts';

const minute = 60_000;

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
  const corrected =
    block === undefined ? undefined : correctedMinutes(session, 'customerMinutes', block);
  for (const time of session.blocks) {
    if (block !== undefined && time.block !== block) continue;
    if (corrected && time.startedAt < corrected.at) continue;
    const stretch = {startedAt: time.startedAt, endedAt: time.endedAt ?? end};
    all += sessionTime(session, stretch.startedAt, stretch.endedAt);
    for (const turn of turns) {
      if (turn.driver !== 'customer') continue;
      const shared = overlap(stretch, turn);
      if (shared) customer += sessionTime(session, shared.startedAt, shared.endedAt);
    }
  }
  if (block !== undefined && (corrected || correctedMinutes(session, 'minutes', block)))
    all = timeInBlock(session, block, now);
  if (corrected) customer += corrected.minutes * minute;
  return {customer, engineer: Math.max(0, all - customer)};
}

/** The customer's share in percent, whole; nothing before the block has begun. */
export function customerShare({customer, engineer}: DriverTimes): number | undefined {
  const all = customer + engineer;
  return all > 0 ? Math.round((customer / all) * 100) : undefined;
}

/**
 * The customer's share of a block in percent, whole, of its planned minutes at the least: one minute
 * of a demonstration is no block that the customer drove.
 */
export function plannedShare(
  {customer, engineer}: DriverTimes,
  planned: Minutes | undefined,
): number | undefined {
  const all = Math.max(customer + engineer, (planned?.min ?? 0) * minute);
  return customer + engineer > 0 ? Math.round((customer / all) * 100) : undefined;
}

/** Who has the keyboard now. */
export function currentDriver(session: Session): Driver {
  return session.drivers.at(-1)?.driver ?? 'engineer';
}
