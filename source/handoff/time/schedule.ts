import type {Handoff} from '../model/handoff.ts';

/** When something must be done: a calendar day in the handoff's zone, or an exact instant in it. */
export interface Due {
  /** `YYYY-MM-DD` in the handoff's time zone. */
  readonly date: string;
  /** ISO 8601, where the rule counts hours. */
  readonly instant?: string;
}

const hour = 3_600_000;
const day = 24 * hour;

// Making one takes a thousand times as long as using it.
const dayFormats = new Map<string, Intl.DateTimeFormat>();

/** The calendar day of an instant in a time zone, as `YYYY-MM-DD`. */
export function dayIn(timeZone: string, instant: string): string {
  // The Swedish locale writes dates as ISO 8601 does.
  const format =
    dayFormats.get(timeZone) ?? new Intl.DateTimeFormat('sv-SE', {timeZone, dateStyle: 'short'});
  dayFormats.set(timeZone, format);
  return format.format(Date.parse(instant));
}

/** Calendar days later; plain dates know no daylight saving. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * day).toISOString().slice(0, 10);
}

/** The day on which the session ended; nothing while it has not. */
export function sessionDay({session, timeZone}: Handoff): string | undefined {
  return session.endedAt && dayIn(timeZone, session.endedAt);
}

/** The first and the last calendar day that it is anywhere at an instant: zones go from -12 to +14 hours. */
export function daysAnywhere(instant: string): readonly [string, string] {
  const time = Date.parse(instant);
  const day = (hours: number) => new Date(time + hours * hour).toISOString().slice(0, 10);
  return [day(-12), day(14)];
}

let lastNow: {readonly now: string; readonly days: readonly [string, string]} | undefined;

/** {@link daysAnywhere} of the present moment, which many due days are compared with. */
function daysNow(now: string): readonly [string, string] {
  if (lastNow?.now !== now) lastNow = {now, days: daysAnywhere(now)};
  return lastNow.days;
}

/** Whether a due moment has passed; a due day is over when the day is. */
export function isOverdue(due: Due, timeZone: string, now: string): boolean {
  if (due.instant) return Date.parse(now) > Date.parse(due.instant);
  // Most days need no look at the zone, and the first look takes 20 ms of a program's start.
  const [first, last] = daysNow(now);
  if (due.date < first || due.date >= last) return due.date < first;
  return dayIn(timeZone, now) > due.date;
}

/** A string that sorts dues by time; an hour of a day comes before the day's end. */
export function dueSortKey(due: Due): string {
  return `${due.date} ${due.instant ?? '~'}`;
}
