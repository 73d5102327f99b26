import {allItems} from '../../playbook/walk.ts';
import type {Screen} from '../../playbook/model.ts';
import {checkInsHeld, checksAgain, type Verdict} from './exit-checks.ts';
import {contactsOf, worstIssue} from './contacts.ts';
import {criticalItems} from '../session/demonstration-items.ts';
import {lastTry} from '../session/demonstrations.ts';
import {openFollowUps, overdueFollowUps} from './follow-ups.ts';
import type {Handoff} from '../model/handoff.ts';
import {stepWith, type Place} from '../model/place.ts';
import {fieldText, recordsOf, recordTitle} from '../registers/records.ts';
import {itemState} from '../model/item-state.ts';
import {businessDaysBetween, dayIn, sessionDay} from '../time/schedule.ts';
import {transitionEnd} from './transition.ts';
import {gateSettings} from '../model/gate-settings.ts';
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
}

const severe = 2;

/** `A, B and 3 more`: enough to know what is meant without filling the screen. */
export function named(names: readonly string[]): string {
  const shown = names.slice(0, 3);
  const rest = names.length - shown.length;
  return rest > 0 ? `${shown.join(', ')} and ${rest} more` : shown.join(', ');
}

function endDate(handoff: Handoff, today: string): Verdict {
  const end = transitionEnd(handoff);
  if (!end) return {isMet: false, why: 'no last day of the transition was agreed'};
  return today >= end
    ? {isMet: true, why: `it was ${dateWords(end, today)}`}
    : {isMet: false, why: `it ends ${dateWords(end, today)}`};
}

function severeIssues(handoff: Handoff): Verdict {
  const open = recordsOf(handoff, 'risks')
    .filter((risk) => !['accepted', 'closed'].includes(fieldText(risk, 'state')))
    .filter((risk) => Number(fieldText(risk, 'severity') || 9) <= severe)
    .map(recordTitle);
  if (open.length > 0) return {isMet: false, why: `open: ${named(open)}`};
  const [latest] = contactsOf(handoff);
  const worst = latest && worstIssue(latest);
  return latest && worst !== undefined && worst <= severe
    ? {
        isMet: false,
        why: `the last contact, with ${recordTitle(latest)}, heard of severity ${worst}`,
      }
    : {isMet: true, why: 'none is open'};
}

/** Quiet is counted from the session, or from the last contact that heard of severity 1. */
function quiet(handoff: Handoff, today: string): Verdict {
  const start = sessionDay(handoff);
  if (!start) return {isMet: false, why: 'the session has not ended'};
  const loud = contactsOf(handoff).find((contact) => worstIssue(contact) === 1);
  const last = loud && fieldText(loud, 'date');
  const from = last && last > start ? last : start;
  const days = businessDaysBetween(from, today, handoff.holidays);
  const needed = gateSettings(handoff).quietDays;
  const since = last && last > start ? `severity 1 on ${dateWords(last, today)}` : 'the session';
  const isMet = days >= needed;
  return {isMet, why: `${days} since ${since}${isMet ? '' : `, ${needed} are needed`}`};
}

function demonstrations(handoff: Handoff): Verdict {
  const left = criticalItems(handoff).filter(({id}) => lastTry(handoff, id)?.result !== 'unaided');
  const words = left.map(
    ({id, text}) => `${text} (${lastTry(handoff, id)?.result ?? 'never performed'})`,
  );
  const [first] = left;
  return first
    ? {isMet: false, why: named(words), line: {kind: 'item', id: first.id}}
    : {isMet: true, why: 'all were performed without help'};
}

function overdue(handoff: Handoff, now: string): Verdict {
  const late = overdueFollowUps(handoff, now);
  const [first] = late;
  if (first) {
    const why = named(late.map(({text}) => text));
    return {isMet: false, why, line: {kind: 'follow-up', id: first.id}};
  }
  const open = openFollowUps(handoff).length;
  return {isMet: true, why: open === 0 ? 'nothing is open' : `${open} open, all in time`};
}

function ties(handoff: Handoff): Verdict {
  const rows = recordsOf(handoff, 'ties');
  const bare = rows.filter((tie) => !fieldText(tie, 'owner') || !fieldText(tie, 'ends'));
  const [first] = bare;
  if (first) {
    const why = named(bare.map(recordTitle));
    return {isMet: false, why, line: {kind: 'row', id: first.id}};
  }
  if (rows.length > 0) return {isMet: true, why: `${rows.length} listed, each with both`};
  const place = allItems(handoff.playbook).find(({item}) => item.register === 'ties');
  return place && itemState(handoff, place.item.id).status === 'open'
    ? {
        isMet: false,
        why: 'nobody has listed them yet',
        line: {kind: 'item', id: place.item.id},
      }
    : {isMet: true, why: 'there are none'};
}

/**
 * What must hold before the transition may close, in the words of ITIL's early life support: exit
 * criteria, not just an end date. Criteria that the playbook has no place for are left out. `now`
 * is an ISO 8601 instant.
 */
export function exitCriteria(handoff: Handoff, now: string): ExitCriterion[] {
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
      severeIssues(handoff),
    ],
    [
      'quiet-days',
      `${quietDays} business days without severity 1`,
      on('transition'),
      quiet(handoff, today),
    ],
    [
      'demonstrations',
      'Every demonstration was performed unaided in the end',
      on('demonstrations'),
      demonstrations(handoff),
    ],
    [
      'check-ins',
      'Every check-in was held in time',
      on('transition'),
      checkInsHeld(handoff, today),
    ],
    ['follow-ups', 'No open point is overdue', on('follow-ups'), overdue(handoff, now)],
    ['ties', 'What still hangs on us has owners and end dates', keeping('ties'), ties(handoff)],
    [
      'checks-again',
      'The checks hold after the session as well',
      on('checks'),
      checksAgain(handoff),
    ],
  ];
  return all.flatMap(([id, text, step, {isMet, why, line}]) =>
    step === undefined ? [] : [{id, text, isMet, why, place: {step, ...(line ? {line} : {})}}],
  );
}
