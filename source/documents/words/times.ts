import {dayIn, type Due} from '../../handoff/time/schedule.ts';

const formats = new Map<string, Intl.DateTimeFormat>();

/** Making a format takes longer than everything else about a time, so each is made once. */
function formatFor(locale: string, timeZone: string): Intl.DateTimeFormat {
  const key = `${locale} ${timeZone}`;
  const format =
    formats.get(key) ??
    new Intl.DateTimeFormat(locale, {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
      timeZoneName: 'short',
    });
  formats.set(key, format);
  return format;
}

function partsOf(locale: string, timeZone: string, moment: number) {
  const parts = formatFor(locale, timeZone).formatToParts(moment);
  return Object.fromEntries(parts.map(({type, value}) => [type, value]));
}

/** `CET`, `EST`; a zone without a short name in English is named by its offset, `GMT+5:30`. */
function zoneName(british: string, timeZone: string, moment: number): string {
  if (!/^GMT[+-]/u.test(british)) return british;
  // British English knows the short names of Europe, American English those of America.
  return partsOf('en-US', timeZone, moment)['timeZoneName'] ?? british;
}

/** An ISO 8601 instant as `2026-03-04 14:05 CET`; what is no instant stays as it is. */
export function timeWords(instant: string, timeZone: string): string {
  const moment = Date.parse(instant);
  if (Number.isNaN(moment)) return instant;
  const {year, month, day, hour, minute, timeZoneName} = partsOf('en-GB', timeZone, moment);
  const zone = zoneName(timeZoneName ?? '', timeZone, moment);
  return `${year}-${month}-${day} ${hour}:${minute} ${zone}`;
}

/** The calendar day of an instant in the zone, `2026-03-04`. */
export function dayWords(instant: string, timeZone: string): string {
  return Number.isNaN(Date.parse(instant)) ? instant : dayIn(timeZone, instant);
}

/** A due day, or the exact time where there is one. */
export function dueWords(due: Due, timeZone: string): string {
  return due.instant ? timeWords(due.instant, timeZone) : due.date;
}

const aMinute = 60_000;
const anHour = 60 * aMinute;
const aDay = 24 * anHour;

function pair(big: number, bigUnit: string, small: number, smallUnit: string): string {
  return small === 0 ? `${big} ${bigUnit}` : `${big} ${bigUnit} ${small} ${smallUnit}`;
}

/** Milliseconds in words with at most two units: `850 ms`, `3.2 s`, `4 min 10 s`, `1 h 15 min`. */
export function durationWords(milliseconds: number): string {
  const length = Math.max(0, milliseconds);
  if (length < 1000) return `${Math.round(length)} ms`;
  if (length < 59_950) return `${Number((length / 1000).toFixed(1))} s`;
  const seconds = Math.round(length / 1000);
  if (seconds < 3600) return pair(Math.floor(seconds / 60), 'min', seconds % 60, 's');
  const minutes = Math.round(length / aMinute);
  if (minutes * aMinute < aDay) return pair(Math.floor(minutes / 60), 'h', minutes % 60, 'min');
  const hours = Math.round(length / anHour);
  return pair(Math.floor(hours / 24), 'd', hours % 24, 'h');
}
