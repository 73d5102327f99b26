import type {Handoff} from '../model/handoff.ts';
import {dayIn} from '../time/schedule.ts';
import {fieldText, recordsOf} from '../registers/records.ts';
import type {HandoffRecord} from '../model/handoff-record.ts';

/** Every contact with the customer, the latest first. */
export function contactsOf(handoff: Handoff): HandoffRecord[] {
  return recordsOf(handoff, 'check-ins')
    .toReversed()
    .toSorted((a, b) => (fieldText(a, 'date') > fieldText(b, 'date') ? -1 : 1));
}

/** The number of the worst issue that a contact heard of; nothing for none. */
export function worstIssue(contact: HandoffRecord): number | undefined {
  const severity = Number.parseInt(fieldText(contact, 'severity'), 10);
  return Number.isNaN(severity) ? undefined : severity;
}

/** The day on which a contact was entered, where that was later than the day it speaks of. */
export function enteredLater(
  contact: Pick<HandoffRecord, 'fields' | 'addedAt'>,
  timeZone: string,
): string | undefined {
  const entered = dayIn(timeZone, contact.addedAt);
  return entered > fieldText(contact, 'date') ? entered : undefined;
}
