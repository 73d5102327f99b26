import {weekdays, type BusinessCalendar, type Weekday} from './business-calendar.ts';
import {addDays} from './schedule.ts';

/** The day of the week of a date, `YYYY-MM-DD`. */
export function weekdayOf(date: string): Weekday {
  const sundayFirst = new Date(`${date}T00:00:00Z`).getUTCDay();
  return weekdays[(sundayFirst + 6) % 7] ?? 'monday';
}

/** Why nobody works on a day; nothing where people do. What is said to be worked is worked. */
export function restOf(
  date: string,
  {weekend, holidays, worked}: BusinessCalendar,
): 'weekend' | 'holiday' | undefined {
  if (worked.includes(date)) return undefined;
  if (holidays.includes(date)) return 'holiday';
  return weekend.includes(weekdayOf(date)) ? 'weekend' : undefined;
}

export function isBusinessDay(date: string, calendar: BusinessCalendar): boolean {
  return restOf(date, calendar) === undefined;
}

/** Business days later; counting starts on the day after `date`. */
export function addBusinessDays(date: string, days: number, calendar: BusinessCalendar): string {
  let result = date;
  for (let left = days; left > 0;) {
    result = addDays(result, 1);
    if (isBusinessDay(result, calendar)) left -= 1;
  }
  return result;
}

/** How many business days lie after `from`, up to and with `to`; 0 when `to` is not later. */
export function businessDaysBetween(from: string, to: string, calendar: BusinessCalendar): number {
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1))
    if (isBusinessDay(day, calendar)) count += 1;
  return count;
}
