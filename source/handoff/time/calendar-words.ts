import {usualCalendar, weekdays, type BusinessCalendar, type Weekday} from './business-calendar.ts';
import {restOf, weekdayOf} from './business-days.ts';
import {dateWords} from './wording.ts';

const named = (day: string) => day.replace(/^./u, (first) => first.toUpperCase());

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

/** Days of a week in words: `Sunday to Thursday` where three or more follow each other. */
function weekdayWords(days: readonly Weekday[]): string {
  if (days.length === weekdays.length) return 'every day';
  const isIn = (index: number) => days.includes(weekdays[(index + 7) % 7] ?? 'monday');
  const starts = weekdays.flatMap((_, index) => (isIn(index) && !isIn(index - 1) ? [index] : []));
  const [start] = starts;
  if (starts.length !== 1 || start === undefined || days.length < 3)
    return listed(weekdays.filter((day) => days.includes(day)).map(named));
  const end = weekdays[(start + days.length - 1) % 7];
  return `${named(weekdays[start] ?? '')} to ${named(end ?? '')}`;
}

/** The days of a weekend in words, or `none`. */
export function weekendWords(weekend: readonly Weekday[]): string {
  return weekend.length === 0 ? 'none' : weekdayWords(weekend);
}

/** The days of a week on which people work, such as `Monday to Friday`. */
export function businessDayWords({weekend}: BusinessCalendar): string {
  return weekdayWords(weekdays.filter((day) => !weekend.includes(day)));
}

/**
 * What a reader has to know of the business days of a place, in sentences; nothing where they are
 * Monday to Friday and only holidays are left out, as everybody takes for granted.
 *
 * @param today `YYYY-MM-DD`, before which days that were worked all the same concern nobody
 */
export function calendarWords(calendar: BusinessCalendar, today: string): string | undefined {
  const {weekend} = calendar;
  const worked = calendar.worked.filter((day) => day >= today);
  const days = businessDayWords(calendar);
  const said = [
    ...(weekend.join() === usualCalendar.weekend.join()
      ? []
      : weekend.length === 0
        ? ['Every day of the week is a business day.']
        : [`Business days are ${days}: the weekend is ${weekendWords(weekend)}.`]),
    ...(worked.length === 0
      ? []
      : [`Worked all the same: ${worked.map((day) => dateWords(day, '')).join(', ')}.`]),
  ];
  return said.length === 0 ? undefined : said.join(' ');
}

/** `a Sunday` or `a holiday`, for a day on which nobody works; nothing for another one. */
export function restDayWords(date: string, calendar: BusinessCalendar): string | undefined {
  const rest = restOf(date, calendar);
  if (rest === 'holiday') return 'a holiday';
  return rest === 'weekend' ? `a ${named(weekdayOf(date))}` : undefined;
}
