import type {DueRule, Item} from '../../playbook/playbook.ts';
import {transitionEnd} from '../afterwards/transition-period.ts';
import type {Handoff} from '../model/handoff.ts';
import {itemState} from '../model/item-state.ts';
import {addBusinessDays} from '../time/business-days.ts';
import {addDays, dayIn, type Due} from '../time/schedule.ts';

const hour = 3_600_000;

function apply({amount, unit, after}: DueRule, sessionEnd: string, handoff: Handoff) {
  const {timeZone} = handoff;
  if (unit === 'hours') {
    const instant = new Date(Date.parse(sessionEnd) + amount * hour).toISOString();
    return {date: dayIn(timeZone, instant), instant};
  }
  const start = after === 'transition' ? transitionEnd(handoff) : dayIn(timeZone, sessionEnd);
  if (start === undefined) return undefined;
  return {
    date: unit === 'days' ? addDays(start, amount) : addBusinessDays(start, amount, handoff),
  };
}

/**
 * When an item falls due: the date set by hand, else the playbook's rule once the session has really
 * ended and the day that it counts from is known, else nothing.
 */
export function dueOf(handoff: Handoff, item: Item): Due | undefined {
  const {due} = itemState(handoff, item.id);
  if (due) return {date: due};
  const {endedAt} = handoff.session;
  return item.due && endedAt ? apply(item.due, endedAt, handoff) : undefined;
}
