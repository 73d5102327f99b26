import type {Action} from '../handoff/changes/catalogue.ts';
import {handoffDigest} from '../handoff/standing/accepted/handoff-digest.ts';
import type {Handoff} from '../handoff/model/handoff.ts';
import {readInvitation, type Invitation} from './calendar/invitation.ts';
import {calendarEvents, type ToldState} from './calendar/told-events.ts';
import {mailText} from './mail/mail-text.ts';
import {invitationCalendar, invitationMail} from './set-files.ts';
import {sentence} from './words/sentence.ts';
import {timeWords} from './words/times.ts';

/** The invitation as files, by their path within the set, and what its writer is to be told. */
export interface RenderedInvitation {
  readonly files: ReadonlyMap<string, string>;
  readonly remarks: readonly string[];
}

export interface InvitationSource {
  readonly handoff: Handoff;
  readonly journal: readonly Action[];
  /** Of the calendars and invitations before. */
  readonly told: readonly ToldState[];
  /** ISO 8601 instant. */
  readonly now: string;
}

function calledOffText({event: {title, when}}: Invitation, {timeZone}: Handoff): string {
  const start = 'start' in when ? ` of ${timeWords(when.start, timeZone)}` : '';
  return sentence(`${title}${start} does not take place`);
}

/**
 * The invitation to the session as a calendar file, and as a message with it that mail programs show
 * with buttons to accept or decline. Where the session was called off, both say so. What is missing for
 * them is told, and nothing is made up.
 *
 * @param markdown The text of the invitation.
 */
export async function renderInvitation(
  {handoff, journal, told, now}: InvitationSource,
  markdown: string,
): Promise<RenderedInvitation> {
  const events = calendarEvents(handoff, journal, {now, audience: 'customer'}, told);
  const {invitation, remarks} = readInvitation(handoff, events, told, now);
  if (!invitation) return {files: new Map(), remarks};
  const [{renderCalendar}, {renderMail}] = await Promise.all([
    import('./calendar/render-calendar.ts'),
    import('./mail/render-mail.ts'),
  ]);
  const {method, event, organiser, attendees} = invitation;
  const isOff = method === 'CANCEL';
  const text = isOff ? calledOffText(invitation, handoff) : mailText(markdown);
  const calendar = renderCalendar({
    name: event.title,
    scope: `${handoff.id} ${handoff.createdAt}`,
    organiser: {name: organiser.name, email: organiser.address},
    events: [{...event, description: text}],
    stamp: handoff.updatedAt,
    made: {asOf: now, digest: handoffDigest(handoff)},
    request: {method, attendees},
  });
  const mail = await renderMail({
    subject: isOff ? `Called off: ${event.title}` : event.title,
    text,
    from: organiser,
    to: attendees,
    calendar: {method, name: 'invitation.ics', content: calendar},
    date: `${new Date(now).toISOString().slice(0, 16)}:00.000Z`,
    key: `${handoff.id} ${handoff.createdAt} invitation`,
  });
  return {
    files: new Map([
      [invitationCalendar, calendar],
      [invitationMail, mail],
    ]),
    remarks,
  };
}
