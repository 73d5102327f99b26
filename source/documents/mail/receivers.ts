import type {Handoff} from '../../handoff/model/handoff.ts';
import {fieldText, recordsOf} from '../../handoff/registers/records.ts';
import {hasCome} from '../../handoff/session/held.ts';
import type {MailPerson} from './mail.ts';
import {addressKey, readAddress} from '../../handoff/people/address.ts';

/** Attendees of a side with an address that can be used, each once. */
export function receivers(handoff: Handoff, side: 'customer' | 'success team'): MailPerson[] {
  const people = recordsOf(handoff, 'attendees')
    .filter((record) => fieldText(record, 'side') === side)
    // Nobody is thanked for a session they did not come to.
    .filter(({id}) => hasCome(handoff, id) !== false)
    .flatMap((record) => {
      const reading = readAddress(fieldText(record, 'email'));
      if ('problem' in reading) return [];
      return [{name: fieldText(record, 'name'), address: reading.address}];
    });
  return [...new Map(people.map((person) => [addressKey(person.address), person])).values()];
}
