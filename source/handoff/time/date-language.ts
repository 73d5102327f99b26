/** The language of dates where nobody has set another. */
export const usualDateLanguage = 'en-GB';

let current = usualDateLanguage;
let days: Intl.DateTimeFormat | undefined;
let daysWithYear: Intl.DateTimeFormat | undefined;
let longDays: Intl.DateTimeFormat | undefined;

/** A language by its proper name, such as `pt-BR` for `pt_br`; nothing where this machine has no dates in it. */
export function languageNamed(text: string): string | undefined {
  try {
    const [name] = Intl.getCanonicalLocales(text.trim().replaceAll('_', '-'));
    if (name === undefined) return undefined;
    return Intl.DateTimeFormat.supportedLocalesOf(name).length > 0 ? name : undefined;
  } catch {
    return undefined;
  }
}

/** Whether dates can be written in a language of this name. */
export function isDateLanguage(name: string): boolean {
  return languageNamed(name) !== undefined;
}

/**
 * Sets the language in which dates are written for people, for all that this process words from then
 * on. What programs read is written in none.
 */
export function writeDatesIn(language: string): void {
  current = language;
  days = undefined;
  daysWithYear = undefined;
  longDays = undefined;
}

/** The language in which dates are written for people now. */
export function dateLanguage(): string {
  return current;
}

// Whatever the language, a date is one of the calendar and in the figures that people type here.
const same = {calendar: 'gregory', numberingSystem: 'latn', timeZone: 'UTC'} as const;

/** A day as {@link dateLanguage} writes it short: `Do., 26. Nov.`, with the year where it is asked for. */
export function shortDay(day: Date, hasYear: boolean): string {
  const parts = {...same, weekday: 'short', day: 'numeric', month: 'short'} as const;
  if (hasYear) {
    daysWithYear ??= new Intl.DateTimeFormat(current, {...parts, year: 'numeric'});
    return daysWithYear.format(day);
  }
  days ??= new Intl.DateTimeFormat(current, parts);
  return days.format(day);
}

/** A day as {@link dateLanguage} writes it in full: `26. November 2026`. */
export function longDay(day: Date): string {
  longDays ??= new Intl.DateTimeFormat(current, {
    ...same,
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  });
  return longDays.format(day);
}
