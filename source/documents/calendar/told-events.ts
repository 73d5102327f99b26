import type {Action} from '../../handoff/changes/catalogue.ts';
import {extendFold, foldAll, type Fold} from '../../handoff/changes/fold.ts';
import {mayRead} from '../../handoff/audience/audience-of.ts';
import type {Handoff} from '../../handoff/model/handoff.ts';
import type {Audience} from '../../playbook/playbook.ts';
import {internalTexts, publicTexts} from '../guard/internal-texts.ts';
import {internalTextIn} from '../guard/require-no-internal-text.ts';
import type {Reading} from '../data/reading.ts';
import type {CalendarEvent} from './event.ts';
import {handoffEvents} from './handoff-events.ts';

/** What an earlier calendar or invitation was made from. */
export interface ToldState {
  readonly handoff: Handoff;
  readonly journal: readonly Action[];
  /** ISO 8601 instant that it spoke of. */
  readonly asOf: string;
  /** Who got it; both where it says nothing. */
  readonly audience?: Audience | undefined;
  /** What told dates then: the calendar all of them, an invitation that of the session. */
  readonly by: readonly Teller[];
}

const tellers = ['calendar', 'invitation'] as const;
type Teller = (typeof tellers)[number];

/** The states that calendars and invitations were written from, the first one first, as the journal records it. */
export function toldStates(journal: readonly Action[]): ToldState[] {
  const states: ToldState[] = [];
  let fold: Fold | undefined;
  let known = 0;
  for (const [index, action] of journal.entries()) {
    if (action.type !== 'documents/written') continue;
    const by = tellers.filter((name) => action.documents.includes(name));
    if (by.length === 0) continue;
    const before = journal.slice(0, index);
    fold = fold ? extendFold(fold, before, journal.slice(known, index)) : foldAll(before);
    known = index;
    const {asOf, audience} = action;
    states.push({handoff: fold.handoff, journal: before, asOf, audience, by});
  }
  return states;
}

/** What a calendar program has by now: all that was told, as it was told last. */
type Told = ReadonlyMap<string, CalendarEvent>;

function isSameTime(one: CalendarEvent, other: CalendarEvent): boolean {
  return JSON.stringify(one.when) === JSON.stringify(other.when);
}

/** Its number goes up whenever it is moved, and when it comes back. */
function numbered(event: CalendarEvent, before: CalendarEvent | undefined): CalendarEvent {
  if (!before) return event;
  const isSame = isSameTime(event, before) && !before.isCancelled;
  const least = isSame ? before.sequence : before.sequence + 1;
  return {...event, sequence: Math.max(event.sequence, least)};
}

function tell(told: Told, events: readonly CalendarEvent[]): Told {
  const now = events.map((event) => numbered(event, told.get(event.key)));
  const there = new Set(now.map(({key}) => key));
  const gone = [...told.values()]
    .filter(({key}) => !there.has(key))
    .map((event) =>
      event.isCancelled ? event : {...event, isCancelled: true, sequence: event.sequence + 1},
    );
  return new Map([...now, ...gone].map((event) => [event.key, event]));
}

/** An invitation tells of the session, and leaves all other dates as they were told. */
function tellSession(told: Told, events: readonly CalendarEvent[]): Told {
  const isSession = ({kind}: CalendarEvent) => kind === 'session';
  const sessions = [...told].filter(([, event]) => isSession(event));
  return new Map([...told, ...tell(new Map(sessions), events.filter(isSession))]);
}

/** Whether its title may still be told; what has become internal since may not. */
function isReadable(handoff: Handoff, {kind, line}: CalendarEvent): boolean {
  if (kind === 'session' || kind === 'check-in') return true;
  return line !== undefined && mayRead(handoff, 'customer', line);
}

/** What is cancelled says no more than it must, and nothing that was taken from its reader. */
function withdrawn(
  handoff: Handoff,
  audience: Audience,
  events: readonly CalendarEvent[],
): CalendarEvent[] {
  const isForAll = (event: CalendarEvent) =>
    isReadable(handoff, event) &&
    !internalTextIn(event.title, internalTexts(handoff), publicTexts(handoff));
  return events.map((event) => {
    const {key, kind, title, when, sequence} = event;
    const isTold = audience === 'internal' || isForAll(event);
    const shown = isTold ? title : `${handoff.system}: a date that is no more`;
    return {key, kind, title: shown, when, sequence, isCancelled: true};
  });
}

/**
 * The dates of a handoff as a calendar file tells them: those there are, and those that an earlier
 * file has told and that are settled or withdrawn since, as cancelled. Import does not take an entry
 * away that a newer file leaves out (RFC 5546, 3.2.1), so each cancellation stays.
 */
export function calendarEvents(
  handoff: Handoff,
  journal: readonly Action[],
  {now = handoff.updatedAt, audience = 'customer'}: Partial<Reading> = {},
  states: readonly ToldState[] = toldStates(journal),
): CalendarEvent[] {
  let told: Told = new Map();
  for (const state of states) {
    if (state.audience !== undefined && state.audience !== audience) continue;
    const reading = {now: state.asOf, audience};
    const events = handoffEvents(state.handoff, state.journal, reading);
    told = state.by.includes('calendar') ? tell(told, events) : tellSession(told, events);
  }
  const events = [...tell(told, handoffEvents(handoff, journal, {now, audience})).values()];
  return [
    ...events.filter(({isCancelled}) => !isCancelled),
    ...withdrawn(
      handoff,
      audience,
      events.filter(({isCancelled}) => isCancelled),
    ),
  ];
}
