import type {CalendarEvent} from '../../documents/calendar/event.ts';
import {handoffEvents} from '../../documents/calendar/handoff-events.ts';
import {renderCalendar} from '../../documents/calendar/render-calendar.ts';
import type {Dated} from '../../handoff/ahead/dated.ts';
import {readSnapshot} from '../../store/snapshot.ts';

/** Days of handoffs that a calendar is to tell. */
interface DueDates {
  /** ISO 8601 instant. */
  readonly now: string;
  readonly dates: readonly {readonly handoff: string; readonly dated: Dated}[];
}

/** By which the calendar of a handoff knows a day of it. */
function keyOf({kind, id}: Dated): string {
  switch (kind) {
    case 'item':
    case 'follow-up':
    case 'proof':
      return `${kind} ${id}`;
    case 'check-in':
    case 'session':
      return id;
    default:
      return `expiry ${id}`;
  }
}

function isAsked({key, kind, isHeld}: CalendarEvent, keys: ReadonlySet<string>): boolean {
  if (isHeld) return false;
  // A later part of the session has a key of its own.
  return keys.has(key) || (kind === 'session' && keys.has('session'));
}

/** What becomes too old is in no calendar of a handoff, as it tells of a day on which nothing happens. */
function agingEvents(system: string, dates: readonly Dated[]): CalendarEvent[] {
  return dates
    .filter(({kind}) => kind === 'proof')
    .map((dated) => ({
      key: keyOf(dated),
      kind: 'expiry',
      title: `${system}: ${dated.text}`,
      when: {day: dated.due.date},
      sequence: 0,
    }));
}

/** The events of one handoff, under the ids that its own calendar gives them. */
function eventsOf(home: string, id: string, dates: readonly Dated[], now: string) {
  const {handoff, journal} = readSnapshot(home, id);
  const keys = new Set(dates.map(keyOf));
  const scope = `${handoff.id} ${handoff.createdAt}`;
  return [
    ...handoffEvents(handoff, journal, {now, audience: 'internal'}).filter((event) =>
      isAsked(event, keys),
    ),
    ...agingEvents(handoff.system, dates),
  ].map((event) => ({...event, scope, stamp: handoff.updatedAt}));
}

/**
 * Days of several handoffs as one calendar (RFC 5545), for the own team. Each event is that of the
 * handoff's own calendar, so that whoever imports both has it once.
 */
export function calendarOfDue(home: string, {now, dates}: DueDates): string {
  const byHandoff = Map.groupBy(dates, ({handoff}) => handoff);
  const events = [...byHandoff].flatMap(([id, all]) =>
    eventsOf(
      home,
      id,
      all.map(({dated}) => dated),
      now,
    ),
  );
  return renderCalendar({name: 'Due in handoffs', scope: '', events, stamp: now});
}
