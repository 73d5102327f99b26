import type {Handoff} from '../../handoff/model/handoff.ts';
import {fieldText, recordsOf} from '../../handoff/registers/records.ts';
import {hasCome} from '../../handoff/session/held.ts';
import {isAddress, type MailPerson} from './mail.ts';

/** Attendees of a side with an address, each once. What is no address is left for the person to add. */
export function receivers(handoff: Handoff, side: 'customer' | 'success team'): MailPerson[] {
  const people = recordsOf(handoff, 'attendees')
    .filter((record) => fieldText(record, 'side') === side)
    // Nobody is thanked for a session they did not come to.
    .filter(({id}) => hasCome(handoff, id) !== false)
    .map((record) => ({name: fieldText(record, 'name'), address: fieldText(record, 'email')}))
    .filter(({address}) => isAddress(address));
  return [...new Map(people.map((person) => [person.address.toLowerCase(), person])).values()];
}
