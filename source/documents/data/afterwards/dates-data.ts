import type {Duty} from '../../../handoff/ahead/duties.ts';
import {dutiesReadBy, expiriesReadBy} from '../../../handoff/audience/readable.ts';
import type {Reading} from '../reading.ts';
import {readFollowUpId} from '../../../handoff/afterwards/follow-up-id.ts';
import type {Handoff} from '../../../handoff/model/handoff.ts';
import {dueWords, timeWords} from '../../words/times.ts';
import {dayIn} from '../../../handoff/time/schedule.ts';

/** A day that the reader should know. */
export interface DateData {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /**
   * `session`, `check-in`, `item`, `open point`, `waiver`, `transition`, or what ends by a field of
   * a row, such as `access`.
   */
  readonly kind: string;
  readonly text: string;
  readonly owner: string | null;
  /** The day with its hour, where there is one. */
  readonly when: string;
  readonly isPast: boolean;
  /** Something to do whose day is over. */
  readonly isOverdue: boolean;
}

type Undated = Omit<DateData, 'isPast'>;

const kinds = {item: 'item', 'follow-up': 'open point', 'check-in': 'check-in'} as const;

function fromDuty({kind, text, owner, due, isOverdue}: Duty, timeZone: string): Undated {
  const when = dueWords(due, timeZone);
  return {date: due.date, kind: kinds[kind], text, owner: owner ?? null, when, isOverdue};
}

/** The day of the session that is still to be held. */
function plannedSession({plan, session, timeZone, createdBy}: Handoff): Undated[] {
  if (!plan || session.startedAt) return [];
  const date = dayIn(timeZone, plan.startsAt);
  const when = timeWords(plan.startsAt, timeZone);
  const about = {text: 'Handoff session', owner: createdBy, isOverdue: false};
  return [{date, kind: 'session', when, ...about}];
}

/**
 * The calendar of the handoff, the soonest first: what ends or moves on a day, and what is due. A
 * tie is told once, as what ends.
 */
export function datesData(handoff: Handoff, {audience, now}: Reading): DateData[] {
  const today = dayIn(handoff.timeZone, now);
  const due = dutiesReadBy(handoff, audience, now).filter(
    ({kind, id}) => kind !== 'follow-up' || readFollowUpId(id)?.kind !== 'tie',
  );
  return [
    ...plannedSession(handoff),
    ...expiriesReadBy(handoff, audience, now).map(({date, kind, text, owner}): Undated => ({
      date,
      kind,
      text,
      owner: owner ?? null,
      when: date,
      isOverdue: false,
    })),
    ...due.map((duty) => fromDuty(duty, handoff.timeZone)),
  ]
    .map((each) => ({...each, isPast: each.date < today}))
    .toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}
