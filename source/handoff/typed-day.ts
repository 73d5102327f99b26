import {addDays} from './schedule.ts';

/** A day that somebody typed, `2026-03-04`, or what is wrong with it in words. */
export type TypedDay = {readonly date: string} | {readonly problem: string};

const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const months =
  'january february march april may june july august september october november december'.split(
    ' ',
  );

/** The place of a name in a list by its first letters, three at least; -1 for any other word. */
function indexOfName(names: readonly string[], word: string): number {
  return word.length < 3 ? -1 : names.findIndex((name) => name.startsWith(word));
}

function isDay(date: string): boolean {
  const moment = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(moment) && new Date(moment).toISOString().startsWith(date);
}

function compose(year: number, month: number, day: number): string | undefined {
  const pad = (part: number) => String(part).padStart(2, '0');
  const date = `${String(year).padStart(4, '0')}-${pad(month)}-${pad(day)}`;
  return isDay(date) ? date : undefined;
}

function readable(date: string): string {
  const [year = '', month = '', day = ''] = date.split('-');
  const name = months[Number(month) - 1] ?? '';
  return `${Number(day)} ${name.charAt(0).toUpperCase()}${name.slice(1)} ${year}`;
}

/** `03/04/2026` is a day in April to some and in March to others; never guess. */
function readFigures(first: number, second: number, year: number, text: string): TypedDay {
  const dayFirst = compose(year, second, first);
  const monthFirst = compose(year, first, second);
  if (dayFirst && monthFirst && dayFirst !== monthFirst)
    return {
      problem: `"${text}" can be ${readable(dayFirst)} or ${readable(monthFirst)}. Type ${dayFirst} or ${monthFirst}.`,
    };
  const date = dayFirst ?? monthFirst;
  return date ? {date} : {problem: `There is no day "${text}". Type it as 2026-12-03.`};
}

function nextWeekday(weekday: number, from: string): string {
  const today = new Date(`${from}T00:00:00Z`).getUTCDay();
  return addDays(from, (weekday - today + 7) % 7);
}

function readNamed(words: string, today: string): TypedDay | undefined {
  const match = /^(?:(\d{1,2})\s+([a-z]+)|([a-z]+)\s+(\d{1,2}))(?:,?\s+(\d{4}))?$/u.exec(words);
  if (!match) return undefined;
  const month = indexOfName(months, match[2] ?? match[3] ?? '') + 1;
  if (month === 0) return undefined;
  const day = Number(match[1] ?? match[4]);
  const year = Number(match[5] ?? today.slice(0, 4));
  const date = compose(year, month, day);
  if (!date) return {problem: `There is no ${words}. Type a day such as 2026-12-03.`};
  const isOver = match[5] === undefined && date < today;
  return {date: (isOver && compose(year + 1, month, day)) || date};
}

/**
 * Reads a day as people type it: `2026-12-03`, `thu`, `+3`, `today`, `tomorrow`, `3 dec`. A weekday
 * is the next such day, today included. What can be read in two ways is refused with both readings.
 */
export function readDay(text: string, today: string): TypedDay {
  // "Thu 3 Dec": the weekday of a date in full adds nothing.
  const words = text
    .trim()
    .toLowerCase()
    .replace(/^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,?\s+(?=\d)/u, '');
  if (words === 'today') return {date: today};
  if (words === 'tomorrow') return {date: addDays(today, 1)};
  const later = /^\+(\d{1,3})$/u.exec(words)?.[1];
  if (later !== undefined) return {date: addDays(today, Number(later))};
  if (/^\d{4}-\d{1,2}-\d{1,2}$/u.test(words)) {
    const [year, month, day] = words.split('-').map(Number);
    const date = compose(year ?? 0, month ?? 0, day ?? 0);
    return date ? {date} : {problem: `There is no day ${words}. Look at the month's last day.`};
  }
  const figures = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/u.exec(words);
  if (figures)
    return readFigures(Number(figures[1]), Number(figures[2]), Number(figures[3]), words);
  const [, next, name = ''] = /^(next\s+)?([a-z]+)$/u.exec(words) ?? [];
  const weekday = indexOfName(weekdays, name);
  if (weekday >= 0) {
    const date = nextWeekday(weekday, addDays(today, next ? 1 : 0));
    if (!next) return {date};
    return {
      problem: `"${words}" can be ${readable(date)} or the week after, ${readable(addDays(date, 7))}. Type ${date} or ${addDays(date, 7)}.`,
    };
  }
  return (
    readNamed(words, today) ?? {
      problem: `"${text.trim()}" is no day. Type one as ${addDays(today, 9)}, thu, +3 or tomorrow.`,
    }
  );
}
