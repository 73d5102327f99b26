import {openFollowUps} from '../afterwards/follow-ups.ts';
import type {Handoff} from '../model/handoff.ts';
import {dueItems} from '../items/progress.ts';
import {isSignedOff} from '../standing/signed-off.ts';
import {itemPlace, lineKey, placeOn, stepWith, type Line, type Place} from '../model/place.ts';
import {dueSortKey, isOverdue, type Due} from '../time/schedule.ts';
import {itemStanding} from '../standing/item-standing.ts';
import {
  checkInPlan,
  nextCheckIn,
  transitionEnd,
  transitionOwner,
} from '../afterwards/transition-period.ts';

/** Something with a day on it, whatever it comes from: an item, an open point or a check-in. */
export interface Duty {
  readonly kind: 'item' | 'follow-up' | 'check-in';
  /** The id of the item or of the open point; for a check-in, the key of its line. */
  readonly id: string;
  readonly text: string;
  readonly owner?: string;
  readonly due: Due;
  readonly isOverdue: boolean;
  /** Where it is settled. */
  readonly place?: Place;
}

type Undated = Omit<Duty, 'isOverdue'>;

function itemDuties(handoff: Handoff, now: string): Duty[] {
  return dueItems(handoff, now).map(({step, item, due, isOverdue}) => {
    const {owner} = itemStanding(handoff, item.id);
    return {
      kind: 'item',
      id: item.id,
      text: item.text,
      due,
      isOverdue,
      place: itemPlace(step, item),
      ...(owner ? {owner} : {}),
    };
  });
}

function followUpDuties(handoff: Handoff): Undated[] {
  return openFollowUps(handoff).flatMap(({id, text, owner, due, place: source}): Undated[] => {
    if (!due) return [];
    // Open points are closed in their own list; without one, at their source.
    const place = placeOn(handoff.playbook, 'follow-ups', {kind: 'follow-up', id}) ?? source;
    return [{kind: 'follow-up', id, text, owner, due, ...(place ? {place} : {})}];
  });
}

/** Only playbooks with a transition plan check-ins. */
function checkInDuties(handoff: Handoff): Undated[] {
  const step = stepWith(handoff.playbook, 'transition');
  const next = nextCheckIn(handoff);
  if (!step || !next || isSignedOff(handoff)) return [];
  const line: Line = {kind: 'check-in', number: next.number};
  const count = transitionEnd(handoff) ? ` of ${checkInPlan(handoff).length}` : '';
  return [
    {
      kind: 'check-in',
      id: lineKey(line),
      text: `Hold check-in ${next.number}${count}`,
      owner: transitionOwner(handoff),
      due: {date: next.due},
      place: {step: step.id, line},
    },
  ];
}

/**
 * Everything that has a day, the soonest first: open items always, open points and check-ins once
 * the session has ended. `now` is an ISO 8601 instant.
 */
export function duties(handoff: Handoff, now: string): Duty[] {
  const afterwards = handoff.session.endedAt
    ? [...checkInDuties(handoff), ...followUpDuties(handoff)]
    : [];
  return [
    ...itemDuties(handoff, now),
    ...afterwards.map((duty) => ({
      ...duty,
      isOverdue: isOverdue(duty.due, handoff.timeZone, now),
    })),
  ].toSorted((a, b) => (dueSortKey(a.due) < dueSortKey(b.due) ? -1 : 1));
}
