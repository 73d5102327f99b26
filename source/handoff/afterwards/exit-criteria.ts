import {allItems} from '../../playbook/walk.ts';
import type {Audience, Screen} from '../../playbook/playbook.ts';
import {checkInsHeld, checksAgain, type Verdict} from './exit-checks.ts';
import {contactsOf, worstIssue} from './contacts.ts';
import {namedFor} from './named.ts';
import {demonstrationsPerformed} from './performed.ts';
import {severeIssues} from './severe-issues.ts';
import {openFollowUps, overdueFollowUps} from './follow-ups.ts';
import type {Fact} from '../model/gate-waiver.ts';
import type {Handoff} from '../model/handoff.ts';
import {stepWith, type Place} from '../model/place.ts';
import {fieldText, recordsOf, recordTitle} from '../registers/records.ts';
import {isBeyondSize} from '../items/asked.ts';
import {itemState} from '../model/item-state.ts';
import {businessDaysBetween} from '../time/business-days.ts';
import {dayIn, sessionDay} from '../time/schedule.ts';
import {transitionEnd} from './transition-period.ts';
import {gateSettings} from '../model/gate-settings-of.ts';
import {dateWords} from '../time/wording.ts';

export const exitCriterionIds = [
  'end-date',
  'severe-issues',
  'quiet-days',
  'demonstrations',
  'check-ins',
  'follow-ups',
  'ties',
  'checks-again',
] as const;

/** Something that must hold before the transition may close, and how it stands. */
export interface ExitCriterion {
  readonly id: (typeof exitCriterionIds)[number];
  /** What must hold, as a sentence without its full stop. */
  readonly text: string;
  readonly isMet: boolean;
  /** Why it is met or not, in words. */
  readonly why: string;
  /** Where it is settled. */
  readonly place: Place;
  /** What does not hold, in a form that tells whether it has got worse. */
  readonly fact?: Fact;
  /** Nobody can change it any more. */
  readonly isPast?: boolean;
}

function endDate(handoff: Handoff, today: string): Verdict {
  const end = transitionEnd(handoff);
  if (!end)
    return {isMet: false, why: 'no last day of the transition was agreed', fact: {'no end': 1}};
  return today >= end
    ? {isMet: true, why: `it was ${dateWords(end, today)}`}
    : {isMet: false, why: `it ends ${dateWords(end, today)}`, fact: {[`ends ${end}`]: 1}};
}

/** Quiet is counted from the session, or from the last contact that heard of severity 1. */
function quiet(handoff: Handoff, today: string): Verdict {
  const start = sessionDay(handoff);
  if (!start) return {isMet: false, why: 'the session has not ended'};
  const loud = contactsOf(handoff).find((contact) => worstIssue(contact) === 1);
  const last = loud && fieldText(loud, 'date');
  const isLate = last !== undefined && last > start;
  const days = businessDaysBetween(isLate ? last : start, today, handoff);
  const needed = gateSettings(handoff).quietDays;
  if (needed === 0)
    return last === today
      ? {isMet: false, why: 'severity 1 today', fact: {[`contact ${loud?.id}`]: 1}}
      : {isMet: true, why: 'none today'};
  const since = isLate ? `severity 1 on ${dateWords(last, today)}` : 'the session';
  const isMet = days >= needed;
  const fact = {[isLate ? `contact ${loud?.id}` : 'session']: needed - days};
  return {isMet, why: `${days} since ${since}${isMet ? '' : `, ${needed} are needed`}`, fact};
}

function overdue(handoff: Handoff, now: string, audience: Audience): Verdict {
  const late = overdueFollowUps(handoff, now);
  const [first] = late;
  if (first) {
    const things = late.map(({id, text}) => ({line: {kind: 'follow-up', id} as const, text}));
    const why = namedFor(handoff, audience, things);
    const fact = Object.fromEntries(late.map(({id}) => [id, 1]));
    return {isMet: false, why, line: {kind: 'follow-up', id: first.id}, fact};
  }
  const open = openFollowUps(handoff).length;
  return {isMet: true, why: open === 0 ? 'nothing is open' : `${open} open, all in time`};
}

function ties(handoff: Handoff, audience: Audience): Verdict {
  const rows = recordsOf(handoff, 'ties');
  const bare = rows.filter((tie) => !fieldText(tie, 'owner') || !fieldText(tie, 'ends'));
  const [first] = bare;
  if (first) {
    const things = bare.map((row) => ({
      line: {kind: 'row', id: row.id} as const,
      text: recordTitle(row),
    }));
    const why = namedFor(handoff, audience, things);
    const fact = Object.fromEntries(bare.map(({id}) => [`still ours ${id}`, 1]));
    return {isMet: false, why, line: {kind: 'row', id: first.id}, fact};
  }
  if (rows.length > 0) return {isMet: true, why: `${rows.length} listed, each with both`};
  const place = allItems(handoff.playbook).find(({item}) => item.register === 'ties');
  return place &&
    itemState(handoff, place.item.id).status === 'open' &&
    !isBeyondSize(handoff, place.item)
    ? {
        isMet: false,
        why: 'nobody has listed them yet',
        line: {kind: 'item', id: place.item.id},
        fact: {'not listed': 1},
      }
    : {isMet: true, why: 'there are none'};
}

/**
 * What must hold before the transition may close, in the words of ITIL's early life support: exit
 * criteria, not just an end date. Criteria that the playbook has no place for are left out. `now`
 * is an ISO 8601 instant. What the audience may not read is counted and not named.
 */
export function exitCriteria(
  handoff: Handoff,
  now: string,
  audience: Audience = 'internal',
): ExitCriterion[] {
  const today = dayIn(handoff.timeZone, now);
  const {quietDays} = gateSettings(handoff);
  const on = (screen: Screen) => stepWith(handoff.playbook, screen)?.id;
  const keeping = (register: 'risks' | 'ties') =>
    allItems(handoff.playbook).find(({item}) => item.register === register)?.step.id;
  const all: readonly (readonly [ExitCriterion['id'], string, string | undefined, Verdict])[] = [
    [
      'end-date',
      'The last day of the transition is reached',
      on('transition'),
      endDate(handoff, today),
    ],
    [
      'severe-issues',
      'No issue of severity 1 or 2 is open',
      keeping('risks') ?? on('transition'),
      severeIssues(handoff, audience),
    ],
    [
      'quiet-days',
      quietDays === 0 ? 'No severity 1 today' : `${quietDays} business days without severity 1`,
      on('transition'),
      quiet(handoff, today),
    ],
    [
      'demonstrations',
      'Every demonstration was performed unaided in the end',
      on('demonstrations'),
      demonstrationsPerformed(handoff, audience),
    ],
    [
      'check-ins',
      'Every check-in was held in time',
      on('transition'),
      checkInsHeld(handoff, today),
    ],
    ['follow-ups', 'No open point is overdue', on('follow-ups'), overdue(handoff, now, audience)],
    [
      'ties',
      'What still hangs on us has owners and end dates',
      keeping('ties'),
      ties(handoff, audience),
    ],
    [
      'checks-again',
      'The checks hold after the session as well',
      on('checks'),
      checksAgain(handoff, now),
    ],
  ];
  return all.flatMap(([id, text, step, {line, ...verdict}]) =>
    step === undefined ? [] : [{id, text, ...verdict, place: {step, ...(line ? {line} : {})}}],
  );
}
