import type {Handoff} from '../model/handoff.ts';
import type {Session} from '../model/session.ts';
import {fieldText, recordsOf} from '../registers/records.ts';
import {isSamePerson} from '../rules/people/same-person.ts';

type Corrected = 'minutes' | 'customerMinutes';

/** What was set right last of a block, and when; nothing where the clock's figure stands. */
export function correctedMinutes(
  {corrections}: Session,
  what: Corrected,
  block: string,
): {readonly minutes: number; readonly at: string} | undefined {
  const last = corrections.findLast((correction) => correction[what]?.[block] !== undefined);
  const minutes = last?.[what]?.[block];
  return last && minutes !== undefined ? {minutes, at: last.at} : undefined;
}

/** Whether somebody performed a task while the session was held, or watched it. */
function tookPart({session, demonstrations}: Handoff, name: string): boolean {
  const {startedAt, endedAt} = session;
  if (startedAt === undefined || name === '') return false;
  return demonstrations.some(
    ({performer, observer, startedAt: at}) =>
      at >= startedAt &&
      (endedAt === undefined || at <= endedAt) &&
      (isSamePerson(performer, name) || isSamePerson(observer, name)),
  );
}

/**
 * Whether an attendee came, by the id of the row: as somebody said, else whoever performed a task or
 * watched it was there. Nothing where neither is known.
 */
export function hasCome(handoff: Handoff, row: string): boolean | undefined {
  const {corrections} = handoff.session;
  const last = corrections.findLast(({attendance}) => attendance?.[row] !== undefined);
  if (last) return last.attendance?.[row] === 'came';
  const attendee = recordsOf(handoff, 'attendees').find(({id}) => id === row);
  return attendee && tookPart(handoff, fieldText(attendee, 'name')) ? true : undefined;
}

/** Whether somebody agreed to be recorded. */
export interface Consent {
  /** The row of the attendee, which may be gone since. */
  readonly row: string;
  readonly name: string;
  /** `yes`, `no` or `not asked`. */
  readonly consent: string;
}

/**
 * Who agreed to be recorded: as it stood when the session ended, or was set right; before that as the
 * attendees' rows say. Whoever did not come has nothing to agree to.
 */
export function recordingConsents(handoff: Handoff): readonly Consent[] {
  const {consents} = handoff.session;
  const rows = recordsOf(handoff, 'attendees');
  const all = consents
    ? [
        ...Object.entries(consents).map(([row, {name, consent}]) => ({row, name, consent})),
        // Nobody is known to have agreed of whom nobody knew that they were there.
        ...rows
          .filter(({id}) => consents[id] === undefined)
          .map((row) => ({row: row.id, name: fieldText(row, 'name'), consent: 'not asked'})),
      ]
    : rows.map((row) => ({
        row: row.id,
        name: fieldText(row, 'name'),
        consent: fieldText(row, 'consent') || 'not asked',
      }));
  return all.filter(({row}) => hasCome(handoff, row) !== false);
}
