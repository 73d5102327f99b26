import type {Handoff} from '../model/handoff.ts';
import type {SessionConsent} from '../model/session-correction.ts';
import {fieldText, recordsOf} from '../registers/records.ts';

/** Who agrees to be recorded as the rows say now, by their ids; it is kept when the session ends. */
export function consentsNow(handoff: Handoff): Readonly<Record<string, SessionConsent>> {
  return Object.fromEntries(
    recordsOf(handoff, 'attendees').map((row) => [
      row.id,
      {name: fieldText(row, 'name'), consent: fieldText(row, 'consent') || 'not asked'},
    ]),
  );
}
