import type {Handoff} from '../model/handoff.ts';
import {dayIn} from './schedule.ts';

const day = 86_400_000;

/** Whether an instant is not more than so many days before another; no days mean the same day. */
export function isRecent(
  {timeZone}: Pick<Handoff, 'timeZone'>,
  instant: string,
  days: number,
  asOf: string,
): boolean {
  if (days === 0) return dayIn(timeZone, instant) >= dayIn(timeZone, asOf);
  return Date.parse(asOf) - Date.parse(instant) <= days * day;
}

/** That, with what lies ahead of `now` left out. */
export function hasBeenRecently(
  handoff: Pick<Handoff, 'timeZone'>,
  instant: string,
  days: number,
  {asOf, now}: {readonly asOf: string; readonly now: string},
): boolean {
  return Date.parse(instant) <= Date.parse(now) && isRecent(handoff, instant, days, asOf);
}
