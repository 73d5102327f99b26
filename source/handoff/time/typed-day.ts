import {readDate, type DateReading} from './dates.ts';
import {addDays} from './schedule.ts';
import {dateWords} from './wording.ts';

const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const months =
  'january february march april may june july august september october november december'.split(
    ' ',
  );

/** The place of a name in a list by its first letters, three at least; -1 for any other word. */
function indexOfName(names: readonly string[], word: string): number {
  return word.length < 3 ? -1 : names.findIndex((name) => name.startsWith(word));
}

/** A day of the calendar; nothing for a day that no month has. */
function compose(year: number, month: number, day: number): string | undefined {
  const pad = (part: number) => String(part).padStart(2, '0');
  const read = readDate(`${year}-${pad(month)}-${pad(day)}`, '');
  return 'date' in read ? read.date : undefined;
}

function nextWeekday(weekday: number, from: string): string {
  const today = new Date(`${from}T00:00:00Z`).getUTCDay();
  return addDays(from, (weekday - today + 7) % 7);
}

function readNamed(typed: string, today: string): DateReading | undefined {
  const match = /^(?:(\d{1,2})\s+([a-z]+)|([a-z]+)\s+(\d{1,2}))(?:,?\s+(\d{4}))?$/u.exec(typed);
  if (!match) return undefined;
  const month = indexOfName(months, match[2] ?? match[3] ?? '') + 1;
  if (month === 0) return undefined;
  const day = Number(match[1] ?? match[4]);
  const year = Number(match[5] ?? today.slice(0, 4));
  const date = compose(year, month, day);
  if (!date) return {problem: `There is no ${typed}. Type a day such as 2026-12-03.`};
  const isOver = match[5] === undefined && date < today;
  return {date: (isOver && compose(year + 1, month, day)) || date};
}

/**
 * Reads a day as people type it: `2026-12-03`, `thu`, `+3`, `today`, `tomorrow`, `3 dec`. A weekday
 * is the next such day, today included. What can be read in two ways is refused with both readings.
 */
export function readDay(text: string, today: string): DateReading {
  const typed = text.trim().toLowerCase();
  // "Thu 3 Dec": the weekday of a date in full adds nothing, as long as it is right.
  const [lead = '', named = ''] = /^([a-z]{3,}),?\s+(?=\d)/u.exec(typed) ?? [];
  const expected = indexOfName(weekdays, named);
  if (expected >= 0) {
    const read = readDay(typed.slice(lead.length), today);
    if ('problem' in read || new Date(`${read.date}T00:00:00Z`).getUTCDay() === expected)
      return read;
    return {
      problem: `"${typed}": that day is ${dateWords(read.date, '')}. Correct one of the two.`,
    };
  }

  if (typed === 'today') return {date: today};
  if (typed === 'tomorrow') return {date: addDays(today, 1)};
  if (/^[+-]?\d[\d/.-]*$/u.test(typed)) return readDate(typed, today);
  const [, next, name = ''] = /^(next\s+)?([a-z]+)$/u.exec(typed) ?? [];
  const weekday = indexOfName(weekdays, name);
  if (weekday >= 0) {
    const date = nextWeekday(weekday, addDays(today, next ? 1 : 0));
    if (!next) return {date};
    return {
      problem: `"${typed}" may be ${dateWords(date, '')} or the week after, ${dateWords(addDays(date, 7), '')}. Type ${date} or ${addDays(date, 7)}.`,
    };
  }
  return (
    readNamed(typed, today) ?? {
      problem: `"${text.trim()}" is no day. Type one as ${addDays(today, 9)}, thu, +3 or tomorrow.`,
    }
  );
}
