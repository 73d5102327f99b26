import {addDays} from './schedule.ts';
import {dateWords} from './wording.ts';

/** A day read from what a person typed, or what is wrong with it, in words with what is allowed. */
export type DateReading = {readonly date: string} | {readonly problem: string};

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

const milliseconds = 86_400_000;

function pad(number: number): string {
  return String(number).padStart(2, '0');
}

/** `YYYY-MM-DD`, where there is such a day. */
function dayOf(year: number, month: number, day: number): string | undefined {
  const text = `${year}-${pad(month)}-${pad(day)}`;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text) ? text : undefined;
}

function spoken(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${day} ${months[(month ?? 1) - 1]} ${year}`;
}

/** A day in figures without an agreed order: never guessed, since half the readers guess otherwise. */
function figuresProblem(text: string, first: number, second: number, year: number): string {
  const readings = [dayOf(year, second, first), dayOf(year, first, second)].filter(
    (reading) => reading !== undefined,
  );
  const [one, other] = readings;
  if (one === undefined) return `"${text}" is no date. There is no such day.`;
  if (other === undefined || other === one)
    return `Type the year first: ${one} for ${spoken(one)}.`;
  return `"${text}" may be ${spoken(one)} or ${spoken(other)}. Type ${one} or ${other}.`;
}

function missingDay(text: string, year: number, month: number): string {
  const name = months[month - 1];
  if (name === undefined) return `"${text}" is no date: there are twelve months.`;
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return `"${text}" is no date: ${name} ${year} has ${days} days.`;
}

/**
 * Reads a day as people type it: `2026-03-04`, or `+3` and `-3` for days from `today`. A day in
 * figures such as 03/04/2026 is refused with its readings.
 */
export function readDate(text: string, today: string): DateReading {
  const typed = text.trim();
  const distance = /^([+-]\d{1,4})$/.exec(typed)?.[1];
  if (distance !== undefined) return {date: addDays(today, Number(distance))};
  const [, year, month, day] = (/^(\d{4})-(\d{2})-(\d{2})$/.exec(typed) ?? []).map(Number);
  if (year !== undefined && month !== undefined && day !== undefined) {
    const date = dayOf(year, month, day);
    return date === undefined ? {problem: missingDay(typed, year, month)} : {date};
  }
  const [, first, second, last] = (/^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(typed) ?? []).map(
    Number,
  );
  if (first !== undefined && second !== undefined && last !== undefined)
    return {problem: figuresProblem(typed, first, second, last)};
  return {problem: `"${typed}" is no date. Type it as ${today}, or +3 for in three days.`};
}

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
