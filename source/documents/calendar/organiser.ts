import type {Handoff} from '../../handoff/model/handoff.ts';
import {shownName} from '../../handoff/people/shown-name.ts';
import {rowsReadBy} from '../../handoff/audience/readable.ts';
import {fieldText} from '../../handoff/registers/records.ts';
import {isSamePerson} from '../../handoff/rules/people/same-person.ts';
import type {Organiser} from './event.ts';

/** Whoever started the handoff, with the address that they have among the attendees. */
export function organiserOf(handoff: Handoff): Organiser {
  const name = shownName(handoff, handoff.createdBy);
  const row = rowsReadBy(handoff, 'customer', 'attendees').find((attendee) => {
    const attending = fieldText(attendee, 'name');
    return isSamePerson(attending, handoff.createdBy) || isSamePerson(attending, name);
  });
  const email = row ? fieldText(row, 'email') : '';
  return {name, ...(email === '' ? {} : {email})};
}
