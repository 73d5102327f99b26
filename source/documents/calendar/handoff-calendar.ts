import type {Action} from '../../handoff/changes/catalogue.ts';
import type {Audience} from '../../playbook/playbook.ts';
import type {Handoff} from '../../handoff/model/handoff.ts';
import {handoffDigest} from '../../handoff/standing/accepted/handoff-digest.ts';
import type {CalendarEvent, Organiser} from './event.ts';
import {organiserOf} from './organiser.ts';
import {calendarEvents} from './told-events.ts';

export interface CalendarOptions {
  /** ISO 8601 instant at which a waiver must still count; that of the last change unless given. */
  readonly now?: string | undefined;
  /** Who imports it; the customer unless given. */
  readonly audience?: Audience | undefined;
  /** The dates, where they are known already. */
  readonly events?: readonly CalendarEvent[] | undefined;
  /** Other dates of the handoff. */
  readonly more?: readonly CalendarEvent[] | undefined;
  /** Who stands behind the dates; the one who started the handoff unless given. */
  readonly organiser?: Organiser | undefined;
}

/** The calendar file of a handoff; its bytes follow from the journal and the options alone. */
export async function handoffCalendar(
  handoff: Handoff,
  journal: readonly Action[],
  {now, audience, more = [], organiser = organiserOf(handoff), events}: CalendarOptions = {},
): Promise<string> {
  const {renderCalendar} = await import('./render-calendar.ts');
  return renderCalendar({
    name: `${handoff.system}: handoff to ${handoff.customer}`,
    scope: `${handoff.id} ${handoff.createdAt}`,
    organiser,
    events: [
      ...(events ??
        calendarEvents(handoff, journal, {
          now: now ?? handoff.updatedAt,
          audience: audience ?? 'customer',
        })),
      ...more,
    ],
    stamp: handoff.updatedAt,
    made: {asOf: now ?? handoff.updatedAt, digest: handoffDigest(handoff)},
    timeZone: handoff.timeZone,
  });
}
