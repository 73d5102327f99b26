import {rowsReadBy} from '../../handoff/audience/readable.ts';
import type {Handoff} from '../../handoff/model/handoff.ts';
import {addressKey, readAddress} from '../../handoff/people/address.ts';
import {fieldText} from '../../handoff/registers/records.ts';
import type {MailPerson} from '../mail/mail.ts';
import {organiserOf} from './organiser.ts';

/** Who asks whom to the session. */
export interface Invited {
  readonly organiser: MailPerson & {readonly name: string};
  readonly attendees: readonly MailPerson[];
}

export interface InvitedReading {
  /** Absent where whoever asks, or everybody who is asked, has no address that can be used. */
  readonly invited?: Invited;
  /** What is missing, in sentences. */
  readonly remarks: readonly string[];
}

const toAdd = 'Add it to the attendees.';

/** Reads who asks whom from the attendees; a person without an address is told, and none is made up. */
export function readInvited(handoff: Handoff): InvitedReading {
  const {name, email = ''} = organiserOf(handoff);
  const own = readAddress(email);
  const people = rowsReadBy(handoff, 'customer', 'attendees').map((row) => ({
    name: fieldText(row, 'name'),
    reading: readAddress(fieldText(row, 'email')),
  }));
  if ('problem' in own)
    return {
      remarks: [
        `No invitation for calendars: the e-mail address of ${name}, who invites, is not known. ${toAdd}`,
      ],
    };
  const reached = new Map(
    people.flatMap(({name: attendee, reading}) =>
      'problem' in reading
        ? []
        : [[addressKey(reading.address), {name: attendee, address: reading.address}] as const],
    ),
  );
  reached.delete(addressKey(own.address));
  const missing = people.flatMap(({name: attendee, reading}) =>
    'problem' in reading && attendee !== '' ? [attendee] : [],
  );
  if (reached.size === 0)
    return {
      remarks: [
        `No invitation for calendars: no e-mail address of anybody else is known. ${toAdd}`,
      ],
    };
  return {
    invited: {organiser: {name, address: own.address}, attendees: [...reached.values()]},
    remarks:
      missing.length === 0
        ? []
        : [
            `The invitation does not reach ${missing.join(', ')}: no e-mail address is known. ${toAdd}`,
          ],
  };
}
