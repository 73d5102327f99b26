/** The days of a week, as people lay it out. */
export const weekdays = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;

export type Weekday = (typeof weekdays)[number];

/** On which days people work at a place. */
export interface BusinessCalendar {
  /** In the order of {@link weekdays}; at least one day of a week is none of it. */
  readonly weekend: readonly Weekday[];
  /** Further days on which nobody works, `YYYY-MM-DD`, in order. */
  readonly holidays: readonly string[];
  /** Days that are worked although they are a holiday or of the weekend, `YYYY-MM-DD`, in order. */
  readonly worked: readonly string[];
}

/** What holds where nobody has said anything. */
export const usualCalendar: BusinessCalendar = {
  weekend: ['saturday', 'sunday'],
  holidays: [],
  worked: [],
};

/** Its weekend as a list: days of a week, each once, and one at least on which people work. */
export function isWeekend(value: unknown): value is readonly Weekday[] {
  return (
    Array.isArray(value) &&
    value.every((day) => weekdays.some((known) => known === day)) &&
    new Set(value).size === value.length &&
    value.length < weekdays.length
  );
}

/** Whether two calendars, each in order, say the same. */
export function isSameCalendar(a: BusinessCalendar, b: BusinessCalendar): boolean {
  return (['weekend', 'holidays', 'worked'] as const).every(
    (part) => a[part].join() === b[part].join(),
  );
}

/** A calendar and no more of what carries it, its days in order and each once. */
export function calendarOf({weekend, holidays, worked}: BusinessCalendar): BusinessCalendar {
  return {
    weekend: weekdays.filter((day) => weekend.includes(day)),
    holidays: [...new Set(holidays)].toSorted(),
    worked: [...new Set(worked)].toSorted(),
  };
}
