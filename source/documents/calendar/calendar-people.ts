import {ICalAttendeeRole, ICalAttendeeStatus, type ICalEventData} from 'ical-generator';
import {addressUri, readAddress} from '../../handoff/people/address.ts';
import {cleanLine} from '../markdown/clean-text.ts';
import type {MailPerson} from '../mail/mail.ts';
import type {Organiser} from './event.ts';

/** Who is asked, or told that it is off (RFC 5546, 3.2.2 and 3.2.5). */
export interface CalendarRequest {
  readonly method: 'REQUEST' | 'CANCEL';
  /** Those with an address that can be used. */
  readonly attendees: readonly MailPerson[];
}

/**
 * Only with an address that is known. RFC 5546, 3.2.1 wants an organiser in what is published, yet no
 * program misses one at import, and Outlook and Apple's stumble over one that is nobody.
 */
export function organiserOf(organiser: Organiser | undefined): Pick<ICalEventData, 'organizer'> {
  const address = readAddress(cleanLine(organiser?.email ?? ''));
  if (!organiser || 'problem' in address) return {};
  const name = cleanLine(organiser.name);
  return {organizer: {name: name || address.address, email: addressUri(address.address)}};
}

/** Who is asked, and has not answered. */
export function attendeesOf(
  request: CalendarRequest | undefined,
): Pick<ICalEventData, 'attendees'> {
  if (!request) return {};
  return {
    attendees: request.attendees.map(({name = '', address}) => ({
      name: cleanLine(name) || address,
      email: addressUri(address),
      role: ICalAttendeeRole.REQ,
      status: ICalAttendeeStatus.NEEDSACTION,
      rsvp: request.method === 'REQUEST',
    })),
  };
}
