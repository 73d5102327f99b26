import {otherSide} from '../rules/people/sides.ts';
import {shownName} from '../people/shown-name.ts';
import {gateSettings} from '../model/gate-settings-of.ts';
import type {Handoff} from '../model/handoff.ts';
import {fieldText, recordsOf} from '../registers/records.ts';
import type {HandoffRecord} from '../model/handoff-record.ts';
import {addBusinessDays} from '../time/business-days.ts';
import {sessionDay} from '../time/schedule.ts';

/** What was agreed on the transition: the latest row of its register. */
export function transitionPeriod(handoff: Handoff): HandoffRecord | undefined {
  return recordsOf(handoff, 'transition').at(-1);
}

/** The last day of the transition with its extensions, `YYYY-MM-DD`; nothing where none was agreed. */
export function transitionEnd(handoff: Handoff): string | undefined {
  const period = transitionPeriod(handoff);
  const agreed = period && fieldText(period, 'ends');
  return handoff.extensions.at(-1)?.until ?? (agreed || undefined);
}

/** Who answers for what is open after the session. */
export function transitionOwner(handoff: Handoff): string {
  const period = transitionPeriod(handoff);
  return (period && fieldText(period, 'name')) || shownName(handoff, handoff.createdBy);
}

/** More check-ins than this come from a mistyped end, not from a plan. */
const most = 100;

/** One check-in of the plan. */
export interface CheckIn {
  /** Counted from 1. */
  readonly number: number;
  /** The last day for it, `YYYY-MM-DD`. */
  readonly due: string;
  /** The row that says what was heard, once it was held. */
  readonly record?: HandoffRecord;
}

/**
 * The check-ins from the end of the session to that of the transition: the first within
 * `firstCheckIn` business days, each further one at most `checkInEvery` business days after the one
 * before was held, or had to be. Empty until the session has ended.
 */
export function checkInPlan(handoff: Handoff): CheckIn[] {
  const start = sessionDay(handoff);
  if (!start) return [];
  const {firstCheckIn, checkInEvery} = gateSettings(handoff);
  const held = recordsOf(handoff, 'check-ins')
    .filter((record) => fieldText(record, 'kind') === 'check-in')
    // A talk among those who hand over is none with those who take over.
    .filter((record) => otherSide(handoff, fieldText(record, 'name')) === undefined)
    // One without its day proves nothing, and one before the session is no check-in after it.
    .filter((record) => fieldText(record, 'date') >= start)
    .toSorted((a, b) => (fieldText(a, 'date') < fieldText(b, 'date') ? -1 : 1));
  const end = transitionEnd(handoff) ?? start;
  const plan: CheckIn[] = [];
  let due = addBusinessDays(start, Math.max(1, firstCheckIn), handoff);
  while (plan.length < most && (plan.length === 0 || plan.length < held.length || due <= end)) {
    const record = held[plan.length];
    plan.push({number: plan.length + 1, due, ...(record ? {record} : {})});
    const from = record ? fieldText(record, 'date') : due;
    due = addBusinessDays(from, Math.max(1, checkInEvery), handoff);
  }
  return plan;
}

/** The next check-in to hold; nothing once all of the plan were held. */
export function nextCheckIn(handoff: Handoff): CheckIn | undefined {
  return checkInPlan(handoff).find(({record}) => !record);
}
