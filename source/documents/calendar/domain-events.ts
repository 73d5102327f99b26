import type {Action} from '../../handoff/changes/catalogue.ts';
import {expiriesReadBy, openPointsReadBy} from '../../handoff/audience/readable.ts';
import type {Audience} from '../../playbook/playbook.ts';
import type {Reading} from '../data/reading.ts';
import type {FollowUp} from '../../handoff/afterwards/follow-ups.ts';
import type {Handoff} from '../../handoff/model/handoff.ts';
import {isSignedOff} from '../../handoff/standing/signed-off.ts';
import {checkInPlan, transitionOwner} from '../../handoff/afterwards/transition-period.ts';
import {stepWith} from '../../handoff/model/place.ts';
import {fieldText} from '../../handoff/registers/records.ts';
import type {CalendarEvent} from './event.ts';
import {movesOf} from './moves.ts';

function about(handoff: Handoff, owner: string | undefined): string {
  return [
    ...(owner ? [`Owner: ${owner}`] : []),
    `Handoff of ${handoff.system} to ${handoff.customer}`,
  ].join('\n');
}

const checkInMoves: ReadonlySet<string> = new Set(['session/ended', 'transition/extended']);

/**
 * The check-ins that are still to be held, each of which moves when the one before it was held, and
 * those that were, on the day of it.
 */
export function checkInEvents(handoff: Handoff, journal: readonly Action[]): CalendarEvent[] {
  if (!stepWith(handoff.playbook, 'transition')) return [];
  const rows = new Set(
    journal
      .filter((action) => action.type === 'record/added' && action.register === 'check-ins')
      .map(({id}) => id),
  );
  const moves = movesOf(
    journal,
    (action) =>
      checkInMoves.has(action.type) ||
      rows.has(action.id) ||
      ((action.type === 'record/changed' || action.type === 'record/removed') &&
        rows.has(action.record)),
  );
  const owner = transitionOwner(handoff);
  return checkInPlan(handoff)
    .filter(({record}) => record !== undefined || !isSignedOff(handoff))
    .map(({number, due, record}) => ({
      key: `check-in ${number}`,
      kind: 'check-in',
      title: `${handoff.system}: check-in ${number}${record ? ', held' : ''}`,
      when: {day: record ? fieldText(record, 'date') : due},
      isHeld: record !== undefined,
      description: about(handoff, owner),
      sequence: Math.max(0, moves - 1),
    }));
}

/** How often the day that a row names was written anew. */
function rowMoves(journal: readonly Action[], record: string, field: string): number {
  return movesOf(
    journal,
    (action) =>
      action.type === 'record/changed' &&
      action.record === record &&
      Object.hasOwn(action.fields, field),
  );
}

function followUpMoves(journal: readonly Action[], {id, kind, subject}: FollowUp): number {
  const own = movesOf(
    journal,
    (action) => action.type === 'follow-up/changed' && action.followUp === id,
  );
  const ends = movesOf(journal, ({type}) => type === 'session/ended');
  const row = kind === 'risk' ? rowMoves(journal, subject, 'due') : 0;
  return own + row + Math.max(0, ends - 1);
}

/** Open points with a day, once the session has ended; ties have a day of their own. */
export function followUpEvents(
  handoff: Handoff,
  journal: readonly Action[],
  audience: Audience,
): CalendarEvent[] {
  if (!handoff.session.endedAt) return [];
  return openPointsReadBy(handoff, audience).flatMap((followUp): CalendarEvent[] => {
    const {id, kind, text, owner, due} = followUp;
    if (!due || kind === 'tie') return [];
    return [
      {
        key: `follow-up ${id}`,
        kind: 'follow-up',
        title: `${handoff.system}: ${text}`,
        when: {day: due.date},
        description: about(handoff, owner),
        sequence: followUpMoves(journal, followUp),
        line: {kind: 'follow-up', id},
      },
    ];
  });
}

/** What ends, moves or runs out on a day. */
export function expiryEvents(
  handoff: Handoff,
  journal: readonly Action[],
  {audience, now}: Reading,
): CalendarEvent[] {
  return expiriesReadBy(handoff, audience, now).map(({id, kind, date, text, owner, source}) => ({
    key: `expiry ${id}`,
    kind: 'expiry',
    title: `${handoff.system}: ${text}`,
    when: {day: date},
    description: about(handoff, owner),
    ...(source ? {line: {kind: 'row', id: source.record}} : {}),
    sequence: source
      ? rowMoves(journal, source.record, source.field)
      : movesOf(journal, ({type}) =>
          kind === 'waiver' ? type === 'gate/waived' : type === 'transition/extended',
        ),
  }));
}
