import type {Action} from '../../handoff/actions.ts';
import type {Handoff} from '../../handoff/model.ts';
import {openItems, type OpenItem} from '../../handoff/progress.ts';
import {itemState} from '../../handoff/reducer.ts';
import {dueOf, type Due} from '../../handoff/schedule.ts';
import type {CalendarEvent, EventTime} from './event.ts';

/** Milliseconds that the deadline itself takes in a calendar. */
const deadlineLength = 15 * 60_000;

/** How many actions of the journal moved something, taken-back ones and their undoing included. */
function movesOf(journal: readonly Action[], isMove: (action: Action) => boolean): number {
  const moves = new Set(journal.filter(isMove).map(({id}) => id));
  const undone = journal.filter((action) => action.type === 'undone' && moves.has(action.action));
  return moves.size + undone.length;
}

function sessionEvents(handoff: Handoff, journal: readonly Action[]): CalendarEvent[] {
  const {startedAt, endedAt} = handoff.session;
  if (!startedAt || !endedAt) return [];
  const moves = movesOf(
    journal,
    ({type}) => type === 'session/started' || type === 'session/ended',
  );
  return [
    {
      key: 'session',
      kind: 'session',
      title: `${handoff.system}: handoff session`,
      when: {start: startedAt, end: endedAt},
      sequence: Math.max(0, moves - 2),
    },
  ];
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
  const {owner} = itemState(handoff, item.id);
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
        owner ? `Owner: ${owner}` : 'Nobody owns it yet.',
        `Handoff of ${handoff.system} to ${handoff.customer}`,
      ].join('\n'),
      sequence: Math.max(0, moves - 1),
    },
  ];
}

/**
 * The dates that a handoff has: the session as it was held, and each open item with a due date.
 * The journal tells how often each was moved.
 */
export function handoffEvents(handoff: Handoff, journal: readonly Action[]): CalendarEvent[] {
  return [
    ...sessionEvents(handoff, journal),
    ...openItems(handoff).flatMap((open) => dueEvent(handoff, journal, open)),
  ];
}
