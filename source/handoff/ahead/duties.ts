import {stepsOf} from '../../playbook/walk.ts';
import {openFollowUps} from '../afterwards/follow-ups.ts';
import type {Handoff} from '../model/handoff.ts';
import {dueItems, isSignedOff} from '../items/progress.ts';
import {dueSortKey, isOverdue, type Due} from '../time/schedule.ts';
import {itemState} from '../model/item-state.ts';
import {
  checkInPlan,
  nextCheckIn,
  transitionEnd,
  transitionOwner,
} from '../afterwards/transition.ts';

/** Something with a day on it, whatever it comes from: an item, an open point or a check-in. */
export interface Duty {
  readonly kind: 'item' | 'follow-up' | 'check-in';
  /** The id of the item or of the open point; `check-in 2` for a check-in. */
  readonly id: string;
  readonly text: string;
  readonly owner?: string;
  readonly due: Due;
  readonly isOverdue: boolean;
  /** Where it is settled: the step, and the line that is selected there. */
  readonly step?: string;
  readonly item?: string;
}

type Undated = Omit<Duty, 'isOverdue'>;

function itemDuties(handoff: Handoff, now: string): Duty[] {
  return dueItems(handoff, now).map(({step, item, due, isOverdue}) => {
    const {owner} = itemState(handoff, item.id);
    return {
      kind: 'item',
      id: item.id,
      text: item.text,
      due,
      isOverdue,
      step: step.id,
      item: item.id,
      ...(owner ? {owner} : {}),
    };
  });
}

function followUpDuties(handoff: Handoff): Undated[] {
  const step = stepsOf(handoff.playbook).find((place) => place.step.screen === 'follow-ups');
  return openFollowUps(handoff).flatMap((followUp): Undated[] => {
    const {id, text, owner, due} = followUp;
    if (!due) return [];
    // Open points are closed in their own list; without one, at their source.
    const place = step ? {step: step.step.id, item: id} : sourcePlace(followUp);
    return [{kind: 'follow-up', id, text, owner, due, ...place}];
  });
}

function sourcePlace({step, item}: {readonly step?: string; readonly item?: string}) {
  return {...(step === undefined ? {} : {step}), ...(item === undefined ? {} : {item})};
}

/** Only playbooks with a transition plan check-ins. */
function checkInDuties(handoff: Handoff): Undated[] {
  const step = stepsOf(handoff.playbook).find((place) => place.step.screen === 'transition');
  const next = nextCheckIn(handoff);
  if (!step || !next || isSignedOff(handoff)) return [];
  const id = `check-in ${next.number}`;
  const count = transitionEnd(handoff) ? ` of ${checkInPlan(handoff).length}` : '';
  return [
    {
      kind: 'check-in',
      id,
      text: `Hold check-in ${next.number}${count}`,
      owner: transitionOwner(handoff),
      due: {date: next.due},
      step: step.step.id,
      item: id,
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
