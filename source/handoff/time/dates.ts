import {dayOf, missingDay, monthNamed, readFigures, type DateReading} from './date-figures.ts';
import {addDays} from './schedule.ts';
import {dateWords} from './wording.ts';

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

const milliseconds = 86_400_000;

/** Which way a day is meant that says neither its year nor its week: ahead of today, or back from it. */
export type Lean = 'ahead' | 'back';

const sign: Readonly<Record<Lean, 1 | -1>> = {ahead: 1, back: -1};

function weekdayOf(date: string): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay();
}

/** The weekday that a word names by its first letters, three at least; -1 for any other word. */
function weekdayNamed(word: string): number {
  return word.length < 3 ? -1 : weekdays.findIndex((name) => name.toLowerCase().startsWith(word));
}

/** The nearest such weekday that way, the day itself included. */
function nearest(weekday: number, from: string, lean: Lean): string {
  const distance = (sign[lean] * (weekday - weekdayOf(from)) + 7) % 7;
  return addDays(from, sign[lean] * distance);
}

/** `fri`; what `next fri` and `last fri` mean depends on whom one asks, so both days are named. */
function readWeekday(typed: string, today: string, lean: Lean): DateReading | undefined {
  const [, which, name = ''] = /^(?:(next|last)\s+)?([a-z]+)$/u.exec(typed) ?? [];
  const weekday = weekdayNamed(name);
  if (weekday < 0) return undefined;
  if (which === undefined) return {date: nearest(weekday, today, lean)};
  const way = which === 'next' ? 'ahead' : 'back';
  const one = nearest(weekday, addDays(today, sign[way]), way);
  const other = addDays(one, sign[way] * 7);
  const week = way === 'ahead' ? 'week after' : 'week before';
  return {
    problem: `"${typed}" may be ${dateWords(one, '')} or the ${week}, ${dateWords(other, '')}. Type ${one} or ${other}.`,
  };
}

/** `24 June`, `june 24th`, `24 Jun 2027`; without a year, the nearest such day that way. */
function readNamed(typed: string, today: string, lean: Lean): DateReading | undefined {
  const match =
    /^(?:(\d{1,2})(?:st|nd|rd|th|\.)?\s+([a-z]+)|([a-z]+)\s+(\d{1,2})(?:st|nd|rd|th)?)(?:,?\s+(\d{4}))?$/u.exec(
      typed,
    );
  const month = monthNamed(match?.[2] ?? match?.[3] ?? '');
  if (!match || month === 0) return undefined;
  const day = Number(match[1] ?? match[4]);
  const now = Number(today.slice(0, 4));
  const years = match[5] === undefined ? yearsFrom(now, lean) : [Number(match[5])];
  const dates = years.flatMap((year) => dayOf(year, month, day) ?? []);
  const isThatWay = (date: string) => (lean === 'ahead' ? date >= today : date <= today);
  const date = match[5] === undefined ? dates.find(isThatWay) : dates[0];
  return date === undefined ? {problem: missingDay(typed, years[0] ?? now, month)} : {date};
}

/** Years in which a day is looked for: 29 February comes again after eight of them at the latest. */
function yearsFrom(year: number, lean: Lean): readonly number[] {
  return Array.from({length: 9}, (_, index) => year + sign[lean] * index);
}

/** "Thu 3 Dec": the weekday of a date in full adds nothing, as long as it is right. */
function readBoth(typed: string, today: string, lean: Lean): DateReading | undefined {
  const [lead = '', named = ''] = /^([a-z]{3,}),?\s+(?=\d)/u.exec(typed) ?? [];
  const weekday = weekdayNamed(named);
  if (weekday < 0) return undefined;
  const read = readDate(typed.slice(lead.length), today, lean);
  if ('problem' in read || weekdayOf(read.date) === weekday) return read;
  return {problem: `"${typed}": that day is ${dateWords(read.date, '')}. Correct one of the two.`};
}

const besideToday: Readonly<Record<string, number>> = {yesterday: -1, today: 0, tomorrow: 1};

/**
 * Reads a day as people type it, the one reader for all who ask for a day: `today`, `tomorrow`,
 * `yesterday`, `fri`, `+3` and `-3` for days from `today`, `24 June`, `2026-03-04`. A weekday is the
 * next such day, or for `back` the last one, today included. What can be read in two ways, such as
 * 03/04/2026 and `next fri`, is refused with both readings.
 */
export function readDate(text: string, today: string, lean: Lean = 'ahead'): DateReading {
  const typed = text.trim().toLowerCase().replaceAll(/\s+/gu, ' ');
  const days = besideToday[typed] ?? /^[+-]\d{1,4}$/u.exec(typed)?.[0];
  if (days !== undefined) return {date: addDays(today, Number(days))};
  return (
    readFigures(typed) ??
    readBoth(typed, today, lean) ??
    readWeekday(typed, today, lean) ??
    readNamed(typed, today, lean) ?? {
      problem: `"${text.trim()}" is no day. Type one as fri, tomorrow, +3, 24 June or ${today}.`,
    }
  );
}

/** How a day can be typed, for the hint of a question for one. */
export const dayHint = 'Such as fri, tomorrow, +3 or 24 June.';

/** The same for a day that lies behind. */
export const pastDayHint = 'Such as today, yesterday, fri, -3 or 24 June.';

/** `Wed 4 Mar 2026, in 3 days`: what a typed day comes to. */
export function dateEcho(date: string, today: string): string {
  const days = Math.round(
    (Date.parse(`${date}T00:00:00Z`) - Date.parse(`${today}T00:00:00Z`)) / milliseconds,
  );
  const count = `${Math.abs(days)} day${Math.abs(days) === 1 ? '' : 's'}`;
  const distance = days === 0 ? 'today' : days > 0 ? `in ${count}` : `${count} ago`;
  // A today in another year makes the words name the year.
  return `${dateWords(date, '')}, ${distance}`;
}

/** A day that is to come: due, or the end of something. */
export function pastProblem(date: string, today: string): string | undefined {
  return date < today
    ? `${date} is in the past. Today is ${today}; type that or later.`
    : undefined;
}

/** A day on which something was done. */
export function futureProblem(date: string, today: string): string | undefined {
  return date > today
    ? `${date} is still to come. Today is ${today}; type that or earlier.`
    : undefined;
}
