import {createHash} from 'node:crypto';
import ical, {
  ICalAlarmRelatesTo,
  ICalAlarmType,
  ICalCalendarMethod,
  ICalEventBusyStatus,
  ICalEventStatus,
  ICalEventTransparency,
  type ICalEvent,
  type ICalEventData,
} from 'ical-generator';
import {cleanLine, cleanText} from '../markdown/clean-text.ts';
import {stampWords, type Made} from '../words/stamp-words.ts';
import {attendeesOf, organiserOf, type CalendarRequest} from './calendar-people.ts';
import type {CalendarEvent, Organiser} from './event.ts';

export interface Calendar {
  /** Shown by calendar programs that keep each file apart. */
  readonly name: string;
  /** What the events belong to; keeps equal keys of two handoffs apart. */
  readonly scope: string;
  /** Absent where nobody is known. */
  readonly organiser?: Organiser | undefined;
  readonly events: readonly CalendarEvent[];
  /** ISO 8601 instant of the last change; every event carries it as its DTSTAMP. */
  readonly stamp: string;
  /** What the dates were made from, and of when, with the time zone that it is told in. */
  readonly made?: Made;
  readonly timeZone?: string;
  /** Goes to people by mail; without it, it is a file that anybody imports. */
  readonly request?: CalendarRequest | undefined;
}

/** Seconds before the start. A whole day starts at midnight: its reminder comes at nine. */
const reminders = {time: 15 * 60, day: -9 * 60 * 60};

/** The UID of an event: it says nothing about people, and is the same in every rendering. */
export function eventUid(scope: string, key: string): string {
  const name = createHash('sha256').update(`${scope}\0${key}`).digest('hex').slice(0, 32);
  return `${name}@handoff-wizard`;
}

function safeUrl(url: string | undefined): string | undefined {
  const line = cleanLine(url ?? '');
  if (!/^https?:/iu.test(line) || !URL.canParse(line)) return undefined;
  // The library escapes these as in text, which a URI must not be (RFC 5545, 3.8.4.6).
  return new URL(line).href.replaceAll(',', '%2C').replaceAll(';', '%3B');
}

/** The library writes the calendar's name as it is given. */
function escapedName(name: string): string {
  return cleanLine(name).replaceAll(/[\\;,]/gu, String.raw`\$&`);
}

/** Start and end as the library must be given them: plain UTC, never with its `timezone`. */
function timesOf({when}: CalendarEvent): Pick<ICalEventData, 'start' | 'end' | 'allDay'> {
  return 'day' in when
    ? {start: new Date(`${when.day}T00:00:00Z`), allDay: true}
    : {start: new Date(when.start), end: new Date(when.end)};
}

function toEvent(event: CalendarEvent, calendar: Calendar): ICalEventData {
  const {isCancelled = false, scope = calendar.scope, stamp = calendar.stamp} = event;
  const isDay = 'day' in event.when;
  const url = safeUrl(event.url);
  return {
    id: eventUid(scope, event.key),
    sequence: event.sequence,
    stamp: new Date(stamp),
    ...timesOf(event),
    summary: cleanLine(event.title),
    description: cleanText(event.description ?? '') || null,
    location: cleanLine(event.location ?? '') || null,
    ...(url === undefined ? {} : {url}),
    categories: [{name: event.kind}],
    ...organiserOf(calendar.organiser),
    ...attendeesOf(calendar.request),
    ...(isCancelled ? {status: ICalEventStatus.CANCELLED} : {}),
    // A day on which something is due must not make a person look away all day.
    transparency:
      isDay || isCancelled ? ICalEventTransparency.TRANSPARENT : ICalEventTransparency.OPAQUE,
    ...(isDay || isCancelled ? {busystatus: ICalEventBusyStatus.FREE} : {}),
  };
}

function addReminder(entry: ICalEvent, {title, when}: CalendarEvent): void {
  const isDay = 'day' in when;
  const alarm = entry.createAlarm({
    type: ICalAlarmType.display,
    trigger: isDay ? reminders.day : reminders.time,
    description: cleanLine(title),
  });
  // What comes after the start is otherwise counted from the end.
  if (isDay) alarm.relatesTo(ICalAlarmRelatesTo.start);
}

function madeProperties({made}: Calendar): {key: string; value: string}[] {
  if (!made) return [];
  return [
    {key: 'X-HANDOFF-AS-OF', value: made.asOf.replace(/:\d{2}(?:\.\d+)?Z$/u, 'Z')},
    {key: 'X-HANDOFF-DIGEST', value: made.digest},
  ];
}

/** What a program shows that keeps each imported file apart; an invitation goes into one's own. */
function namesOf({name, made, timeZone = 'UTC', request}: Calendar) {
  if (request) return {};
  const stamp = made ? stampWords(made, timeZone) : '';
  return {name: escapedName(name), ...(stamp === '' ? {} : {description: escapedName(stamp)})};
}

/** The library writes what is said of the whole below the events; its place is above (RFC 5545, 3.6). */
function inOrder(text: string): string {
  const first = text.indexOf('\r\nBEGIN:VEVENT\r\n') + 2;
  const last = text.lastIndexOf('\r\nEND:VEVENT\r\n') + '\r\nEND:VEVENT\r\n'.length;
  const end = text.lastIndexOf('END:VCALENDAR');
  if (first < 2) return text;
  return text.slice(0, first) + text.slice(last, end) + text.slice(first, last) + text.slice(end);
}

/**
 * A calendar file (RFC 5545) that people import, method PUBLISH, or that asks people to come; the
 * same input gives the same bytes. Import a newer file over an older one and moved events move, since
 * their UID stays.
 */
export function renderCalendar(calendar: Calendar): string {
  const {made, request} = calendar;
  const file = ical({
    ...namesOf(calendar),
    prodId: {company: 'handoff-wizard', product: 'handoff-wizard', language: 'EN'},
    method: ICalCalendarMethod[request?.method ?? 'PUBLISH'],
    ...(made ? {x: madeProperties(calendar)} : {}),
  });
  for (const event of calendar.events) {
    const entry = file.createEvent(toEvent(event, calendar));
    // Whoever is asked sets their own reminder.
    if (!event.isCancelled && !event.isHeld && !request) addReminder(entry, event);
  }
  const text = inOrder(file.toString());
  return text.endsWith('\r\n') ? text : `${text}\r\n`;
}
