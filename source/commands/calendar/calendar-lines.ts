import {usualCalendar, type BusinessCalendar} from '../../handoff/time/business-calendar.ts';
import {isBusinessDay} from '../../handoff/time/business-days.ts';
import {businessDayWords, weekendWords} from '../../handoff/time/calendar-words.ts';
import {dateWords} from '../../handoff/time/wording.ts';
import type {SettingField, SettingValues} from '../../store/settings/setting-values.ts';

/** The business days of settings, whole. */
export function calendarFrom({holidays, weekend, worked}: SettingValues): BusinessCalendar {
  return {
    weekend: weekend ?? usualCalendar.weekend,
    holidays: holidays ?? [],
    worked: worked ?? [],
  };
}

function dayLines(title: string, days: readonly string[]): string[] {
  // A day of no year makes the words name the year.
  return [title, ...days.map((date) => `  ${date}  ${dateWords(date, '')}`)];
}

/** The business days in lines. */
export function calendarLines(calendar: BusinessCalendar): string[] {
  const {weekend, holidays, worked} = calendar;
  return [
    `Weekend: ${weekendWords(weekend)}. Business days are ${businessDayWords(calendar)}.`,
    ...(holidays.length === 0 ? ['Holidays: none.'] : dayLines('Holidays:', holidays)),
    ...(worked.length === 0 ? [] : dayLines('Worked all the same:', worked)),
  ];
}

/** That naming a day as a holiday or as worked changes nothing of it, and why; nothing where it does. */
export function idleWords(
  part: SettingField,
  day: string,
  calendar: BusinessCalendar,
): string | undefined {
  if (part === 'holidays' && calendar.worked.includes(day)) return 'is worked all the same';
  const isWorked = isBusinessDay(day, {...calendar, [part]: []});
  if (isWorked !== (part === 'worked')) return undefined;
  return isWorked ? 'is a business day anyway' : 'is a weekend anyway';
}
