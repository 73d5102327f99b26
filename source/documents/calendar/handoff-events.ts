import type {Action} from '../../handoff/changes/catalogue.ts';
import type {Handoff} from '../../handoff/model/handoff.ts';
import {openItemsReadBy} from '../../handoff/audience/readable.ts';
import type {OpenItem} from '../../handoff/items/progress.ts';
import type {Reading} from '../data/reading.ts';
import {itemStanding} from '../../handoff/standing/item-standing.ts';
import {dueOf} from '../../handoff/items/due-of.ts';
import type {Due} from '../../handoff/time/schedule.ts';
import {checkInEvents, expiryEvents, followUpEvents} from './domain-events.ts';
import type {CalendarEvent, EventTime} from './event.ts';
import {movesOf} from './moves.ts';

/** Milliseconds that the deadline itself takes in a calendar. */
const deadlineLength = 15 * 60_000;

const sessionMoves: ReadonlySet<string> = new Set([
  'session/planned',
  'session/started',
  'session/ended',
]);

/** Each part as it was held, and the one that is planned. */
function sessionEvents(handoff: Handoff, journal: readonly Action[], now: string): CalendarEvent[] {
  const {session, plan, system} = handoff;
  const {parts} = session;
  const isPlanned = journal.some(({type}) => type === 'session/planned');
  const moves = movesOf(journal, ({type}) => sessionMoves.has(type));
  // What was held without a plan has two actions and was never moved.
  const sequence = Math.max(0, moves - (isPlanned ? 1 : 2));
  const event = (
    number: number,
    when: EventTime,
    location: string | undefined,
    isHeld: boolean,
  ): CalendarEvent => ({
    key: number === 1 ? 'session' : `session ${number}`,
    kind: 'session',
    title: `${system}: handoff session${number === 1 ? '' : `, part ${number}`}`,
    when,
    sequence,
    ...(location === undefined ? {} : {location}),
    ...(isHeld ? {isHeld} : {}),
  });
  const held = parts.flatMap(({startedAt, endedAt, plan: own}, index) =>
    endedAt ? [event(index + 1, {start: startedAt, end: endedAt}, own?.place, true)] : [],
  );
  const last = parts.at(-1);
  // A part that is going on stays where it was planned; after one, only a later plan is another.
  const isAhead = plan && (!last?.endedAt || plan.startsAt > last.endedAt);
  if (!isAhead) return held;
  const end = new Date(Date.parse(plan.startsAt) + plan.minutes * 60_000).toISOString();
  const number = held.length + 1;
  const planned = event(number, {start: plan.startsAt, end}, plan.place, false);
  const isMissed = last === undefined && end < now;
  return [...held, isMissed ? {...planned, title: `${planned.title}, not held`} : planned];
}

/** A deadline at an hour ends at that hour; one for a day takes the day. */
function timeOf({date, instant}: Due): EventTime {
  if (!instant) return {day: date};
  const start = new Date(Date.parse(instant) - deadlineLength).toISOString();
  return {start, end: new Date(Date.parse(instant)).toISOString()};
}

function dueEvent(
  handoff: Handoff,
  journal: readonly Action[],
  {phase, step, item}: OpenItem,
): CalendarEvent[] {
  const due = dueOf(handoff, item);
  if (!due) return [];
  const {owner} = itemStanding(handoff, item.id);
  const moves = movesOf(
    journal,
    (action) =>
      (action.type === 'item/scheduled' && action.item === item.id) ||
      (action.type === 'session/ended' && item.due !== undefined),
  );
  return [
    {
      key: `item ${item.id}`,
      kind: /check-?in/iu.test(item.text) ? 'check-in' : 'follow-up',
      title: `${handoff.system}: ${item.text}`,
      when: timeOf(due),
      description: [
        `${phase.title}, ${step.title}`,
        ...(owner ? [`Owner: ${owner}`] : []),
        `Handoff of ${handoff.system} to ${handoff.customer}`,
      ].join('\n'),
      sequence: Math.max(0, moves - 1),
      line: {kind: 'item', id: item.id},
    },
  ];
}

/**
 * The dates that a handoff has: the session as it is planned or was held, each open item with a due
 * date, check-ins and open points after the session, and what ends on a day. The journal tells how
 * often each was moved. A calendar is the customer's unless something else is said.
 */
export function handoffEvents(
  handoff: Handoff,
  journal: readonly Action[],
  {now = handoff.updatedAt, audience = 'customer'}: Partial<Reading> = {},
): CalendarEvent[] {
  const checkIns = checkInEvents(handoff, journal);
  const days = new Set(
    checkIns.flatMap(({when, isHeld}) => ('day' in when && !isHeld ? [when.day] : [])),
  );
  const items = openItemsReadBy(handoff, audience).flatMap((open) =>
    dueEvent(handoff, journal, open),
  );
  return [
    ...sessionEvents(handoff, journal, now),
    // The playbook's line about a check-in and the check-in itself are one date.
    ...items.filter(
      ({kind, when}) => kind !== 'check-in' || !('day' in when) || !days.has(when.day),
    ),
    ...checkIns,
    ...followUpEvents(handoff, journal, audience),
    ...expiryEvents(handoff, journal, {now, audience}),
  ];
}
