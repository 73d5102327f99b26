import type {Handoff} from '../../handoff/model/handoff.ts';
import {addressKey} from '../../handoff/people/address.ts';
import type {CalendarEvent} from './event.ts';
import {handoffEvents} from './handoff-events.ts';
import {readInvited, type Invited} from './invited.ts';
import type {ToldState} from './told-events.ts';

/** What calendar programs of those who are asked are told of the session. */
export interface Invitation extends Invited {
  readonly method: 'REQUEST' | 'CANCEL';
  /** Under the UID that it has in the calendar of the handoff. */
  readonly event: CalendarEvent;
}

export interface InvitationReading {
  readonly invitation?: Invitation;
  /** What is missing or to be done, in sentences. */
  readonly remarks: readonly string[];
}

const isAhead = ({kind, when, isHeld}: CalendarEvent, now: string) =>
  kind === 'session' && !isHeld && 'end' in when && when.end > now;

/** The last invitation to a session, with who was asked then. */
function lastInvitation(states: readonly ToldState[], key: string): Invited | undefined {
  const last = states.findLast(
    ({by, handoff, journal, asOf}) =>
      by.includes('invitation') &&
      handoffEvents(handoff, journal, {now: asOf}).some((event) => event.key === key),
  );
  return last && readInvited(last.handoff).invited;
}

/** Those who were asked and are not any more. */
function leftOut(before: Invited | undefined, now: Invited): readonly string[] {
  const there = new Set(now.attendees.map(({address}) => addressKey(address)));
  const gone = (before?.attendees ?? []).filter(({address}) => !there.has(addressKey(address)));
  if (gone.length === 0) return [];
  const names = gone.map(({name, address}) => name || address).join(', ');
  return [`An earlier invitation asked ${names} too: tell them that they need not come.`];
}

/**
 * The invitation to the session that is ahead; where it was called off since people were asked, that
 * it is. Nothing where there is neither.
 *
 * @param events The dates as the customer's calendar tells them.
 * @param states Of the calendars and invitations before.
 */
export function readInvitation(
  handoff: Handoff,
  events: readonly CalendarEvent[],
  states: readonly ToldState[],
  now: string,
): InvitationReading {
  const ahead = events.filter((event) => isAhead(event, now));
  const planned = ahead.find(({isCancelled}) => !isCancelled);
  if (planned) {
    const {invited, remarks} = readInvited(handoff);
    if (!invited) return {remarks};
    const before = lastInvitation(states, planned.key);
    return {
      invitation: {method: 'REQUEST', event: planned, ...invited},
      remarks: [...remarks, ...leftOut(before, invited)],
    };
  }
  for (const event of ahead) {
    const before = lastInvitation(states, event.key);
    if (before) return {invitation: {method: 'CANCEL', event, ...before}, remarks: []};
  }
  return {remarks: ['No invitation for calendars: no session is ahead.']};
}
