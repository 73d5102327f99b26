import type {DueRule, Minutes} from '../../playbook/playbook.ts';
import {dateLanguage, shortDay, usualDateLanguage} from './date-language.ts';
import {addDays, dayIn, daysAnywhere, isOverdue, type Due} from './schedule.ts';

const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const months = 'Jan Feb Mar Apr May Jun Jul Aug Sept Oct Nov Dec'.split(' ');

/** `Thu 26 Nov`, with the year where it is not this one, in the language that is set. */
export function dateWords(date: string, today: string): string {
  const day = new Date(`${date}T12:00:00Z`);
  const hasYear = date.slice(0, 4) !== today.slice(0, 4);
  if (dateLanguage() !== usualDateLanguage) return shortDay(day, hasYear);
  // Nearly everybody's, and a thousand times as fast.
  const words = `${weekdays[day.getUTCDay()]} ${day.getUTCDate()} ${months[day.getUTCMonth()]}`;
  return hasYear ? `${words} ${date.slice(0, 4)}` : words;
}

// Making one takes a thousand times as long as using it.
const clocks = new Map<string, Intl.DateTimeFormat>();

/** `14:05` in a time zone. */
export function timeWords(instant: string, timeZone: string): string {
  const clock =
    clocks.get(timeZone) ??
    new Intl.DateTimeFormat('en-GB', {timeZone, hour: '2-digit', minute: '2-digit'});
  clocks.set(timeZone, clock);
  return clock.format(Date.parse(instant));
}

interface DaysAround {
  readonly now: string;
  readonly first: string;
  readonly last: string;
  readonly before: string;
  readonly after: string;
}

let around: DaysAround | undefined;

/** The days that it may be anywhere at an instant, and those beside them: many words ask for one. */
function daysAround(now: string): DaysAround {
  if (around?.now !== now) {
    const [first, last] = daysAnywhere(now);
    around = {now, first, last, before: addDays(first, -1), after: addDays(last, 1)};
  }
  return around;
}

/** A calendar day as people say it: today, tomorrow, or its date. */
export function dayWords(date: string, timeZone: string, now: string): string {
  // Only a day near to now needs a look at the zone, which takes 20 ms the first time.
  const {first, last, before, after} = daysAround(now);
  const isFar = date < before || date > after;
  const today = isFar && first.slice(0, 4) === last.slice(0, 4) ? first : dayIn(timeZone, now);
  if (date === today) return 'today';
  if (date === addDays(today, 1)) return 'tomorrow';
  if (date === addDays(today, -1)) return 'yesterday';
  return dateWords(date, today);
}

/** `due tomorrow 14:05`, `overdue since Thu 26 Nov`. */
export function dueWords(due: Due, timeZone: string, now: string): string {
  const time = due.instant ? ` ${timeWords(due.instant, timeZone)}` : '';
  const word = isOverdue(due, timeZone, now) ? 'overdue since' : 'due';
  return `${word} ${dayWords(due.date, timeZone, now)}${time}`;
}

const units: Readonly<Record<DueRule['unit'], readonly [string, string]>> = {
  hours: ['hour', 'hours'],
  days: ['day', 'days'],
  'business-days': ['business day', 'business days'],
};

/** `24 hours after the session`, for as long as there is no end to count from. */
export function dueRuleWords({amount, unit, after}: DueRule): string {
  if (amount === 0 && after === 'transition') return 'on the last day of the transition';
  return `${amount} ${units[unit][amount === 1 ? 0 : 1]} after the ${after}`;
}

/** `30–40 min`. */
export function minutesWords({min, max}: Minutes): string {
  return min === max ? `${min} min` : `${min}–${max} min`;
}

export function progressWords({
  settled,
  total,
}: {
  readonly settled: number;
  readonly total: number;
}): string {
  return `${settled}/${total}`;
}

/** A length of time from milliseconds, as a clock shows it: `4:05`, `1:02:05`. */
export function clockWords(milliseconds: number): string {
  const seconds = Math.floor(Math.abs(milliseconds) / 1000);
  const pad = (part: number) => String(part).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  const head = hours > 0 ? `${hours}:${pad(minutes)}` : String(minutes);
  return `${milliseconds < 0 ? '-' : ''}${head}:${pad(seconds % 60)}`;
}

/** A duration from milliseconds in words: `40 ms`, `1.2 s`, `4 min`, `1 h 5 min`. */
export function durationWords(milliseconds: number): string {
  if (milliseconds < 1000) return `${Math.round(milliseconds)} ms`;
  if (milliseconds < 60_000) return `${(milliseconds / 1000).toFixed(1)} s`;
  const minutes = Math.round(milliseconds / 60_000);
  if (minutes < 60) return `${minutes} min`;
  const rest = minutes % 60;
  return `${Math.floor(minutes / 60)} h${rest > 0 ? ` ${rest} min` : ''}`;
}

/** A length of time from milliseconds, in days where it is long: `40 min`, `3 h 5 min`, `365 d`. */
export function spanWords(milliseconds: number): string {
  const days = Math.floor(milliseconds / 86_400_000);
  return days >= 2 ? `${days} d` : durationWords(milliseconds);
}
