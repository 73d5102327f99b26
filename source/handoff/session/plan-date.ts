import {dayIn, addDays} from '../time/schedule.ts';
import {readDate} from '../time/dates.ts';
import {dateWords, timeWords} from '../time/wording.ts';
import {gapAround, instantsOf, isTimeZone, offsetSuffix, offsetWords} from '../time/zoned-time.ts';

/** When the session is to begin, or why the text does not say so. */
export type TypedStart =
  | {readonly startsAt: string; readonly timeZone: string}
  | {
      readonly problem: string;
      /** What is still being typed, where nothing can be wrong yet. */
      readonly goesOn?: 'day' | 'time';
    };

export interface StartOptions {
  /** The zone in which a date without one is meant. */
  readonly timeZone: string;
  /** ISO 8601 instant. */
  readonly now: string;
}

/** `Thu 3 Dec 2026`, always with its year: a plan may lie in another one. */
function fullDate(date: string): string {
  return dateWords(date, '0000');
}

function daysAway(from: string, to: string): string {
  const days = Math.round((Date.parse(to) - Date.parse(from)) / (24 * 3_600_000));
  if (days === 0) return 'today';
  if (days === 1) return 'tomorrow';
  if (days === -1) return 'yesterday';
  return days > 0 ? `in ${days} days` : `${-days} days ago`;
}

/** `Thu 3 Dec 2026, 14:00, Europe/Madrid`. */
export function plannedWords(startsAt: string, timeZone: string): string {
  return `${fullDate(dayIn(timeZone, startsAt))}, ${timeWords(startsAt, timeZone)}, ${timeZone}`;
}

/** `Thu 3 Dec 2026, 14:00, Europe/Madrid, in 9 days`. */
export function startWords(startsAt: string, timeZone: string, now: string): string {
  const away = daysAway(dayIn(timeZone, now), dayIn(timeZone, startsAt));
  return `${plannedWords(startsAt, timeZone)}, ${away}`;
}

interface Parts {
  readonly day: string;
  readonly time?: string;
  /** Such as `+02:00`, which tells the two readings of an hour that comes twice apart. */
  readonly offset?: string;
  readonly zone?: string;
}

function split(text: string): Parts {
  const {rest = '', zone} = /^(?<rest>.*?)\s+(?<zone>[a-z]+\/[\w/+-]+|utc)$/iu.exec(text.trim())
    ?.groups ?? {rest: text.trim()};
  const {
    day = '',
    time,
    offset,
  } = /^(?<day>.*?)(?:(?:^|,?\s+|(?<=\d)t)(?:at\s+)?(?<time>\d{1,2}:\d{0,2}|\d{1,2}(?::\d{2})?\s*[ap]m)(?<offset>[+-]\d{2}:\d{2}|z)?)?$/iu.exec(
    rest,
  )?.groups ?? {};
  return {
    day,
    ...(time === undefined ? {} : {time}),
    ...(offset === undefined ? {} : {offset: offset.toLowerCase() === 'z' ? '+00:00' : offset}),
    ...(zone === undefined ? {} : {zone}),
  };
}

/** `14:05` from `14:05`, `2pm` or `2:05 pm`; nothing for a time that no clock shows. */
function readTime(text: string): string | undefined {
  const match = /^(\d{1,2})(?::(\d{2}))?\s*(?:([ap])m)?$/iu.exec(text);
  if (!match) return undefined;
  const half = match[3]?.toLowerCase();
  const typed = Number(match[1]);
  if (half && (typed < 1 || typed > 12)) return undefined;
  const hours = half ? (typed % 12) + (half === 'p' ? 12 : 0) : typed;
  const minutes = Number(match[2] ?? 0);
  if (hours > 23 || minutes > 59) return undefined;
  const pad = (part: number) => String(part).padStart(2, '0');
  return `${pad(hours)}:${pad(minutes)}`;
}

/** The one instant of a date and time, with words for a day on which clocks are changed. */
function resolve(date: string, time: string, offset: string | undefined, timeZone: string) {
  const instants = instantsOf(date, time, timeZone);
  const [first, second] = instants;
  if (first === undefined) {
    const {from, to} = gapAround(date, time, timeZone);
    return {
      problem: `${time} does not exist on ${fullDate(date)} in ${timeZone}: clocks go from ${from} to ${to}. Type a time before ${from}, or ${to} or later.`,
    };
  }
  if (offset !== undefined) {
    const chosen = instants.find((instant) => offsetSuffix(timeZone, instant) === offset);
    const right = instants.map((instant) => offsetSuffix(timeZone, instant)).join(' or ');
    return chosen
      ? {startsAt: chosen, timeZone}
      : {
          problem: `${timeZone} is at ${right} then, not at ${offset}. Leave it out, or type ${right}.`,
        };
  }
  if (second === undefined) return {startsAt: first, timeZone};
  const choice = (instant: string) =>
    `${date} ${time}${offsetSuffix(timeZone, instant)} (${offsetWords(timeZone, instant)})`;
  return {
    problem: `${time} comes twice on ${fullDate(date)}, when clocks go back. Type ${choice(first)} or ${choice(second)}, or another time.`,
  };
}

/**
 * Reads when the session begins: `2026-12-03 14:00`, `thu 14:00`, `+3 14:00`, `tomorrow 2pm`, with a
 * zone such as `America/New_York` behind it where it is not the handoff's own. A date in the past,
 * one with two readings, and a time that does not exist or comes twice are refused in words.
 */
export function readStart(text: string, {timeZone, now}: StartOptions): TypedStart {
  if (text.trim() === '')
    return {problem: 'Type a day and a time, such as 2026-12-03 14:00, thu 14:00 or +3 14:00.'};
  const {day, time: typedTime, offset, zone = timeZone} = split(text);
  if (!isTimeZone(zone))
    return {
      problem: `"${zone}" is no time zone known here. Type one such as Europe/Madrid, or leave it out for ${timeZone}.`,
    };
  const today = dayIn(zone, now);
  if (day.trim() === '')
    return {problem: `On which day? Type it first, such as tomorrow ${text.trim()}.`};
  const read = readDate(day, today);
  if ('problem' in read) return typedTime === undefined ? {...read, goesOn: 'day'} : read;
  if (typedTime === undefined || /:\d?$/u.test(typedTime))
    return {
      problem: `${fullDate(read.date)}, at what time? Add it, such as 14:00 (${zone}).`,
      goesOn: 'time',
    };
  const time = readTime(typedTime);
  if (time === undefined)
    return {problem: `"${typedTime}" is no time. Type one from 00:00 to 23:59, such as 14:00.`};
  const start = resolve(read.date, time, offset, zone);
  if ('problem' in start || start.startsAt > now) return start;
  // A weekday whose hour has passed today is meant a week from now.
  if (/^[a-z]{3,}$/iu.test(day.trim()) && day.trim().toLowerCase() !== 'today')
    return resolve(addDays(read.date, 7), time, offset, zone);
  return {
    problem: `${fullDate(read.date)}, ${time} is past; it is ${timeWords(now, zone)} on ${fullDate(today)} in ${zone}. Type a later time.`,
  };
}
