import type {Handoff} from '../model/handoff.ts';
import type {Line} from '../model/place.ts';
import {blockingChecks, lastCheckRun} from '../standing/check-runs.ts';
import {fieldText, recordTitle} from '../registers/records.ts';
import {businessDaysBetween} from '../time/schedule.ts';
import {checkInPlan} from './transition.ts';
import {dateWords} from '../time/wording.ts';

/** How something stands that must hold, and the line at which that is settled. */
export interface Verdict {
  readonly isMet: boolean;
  readonly why: string;
  readonly line?: Line;
}

/** Whether each check-in that had to be held by `today` was held, and not later than planned. */
export function checkInsHeld(handoff: Handoff, today: string): Verdict {
  const plan = checkInPlan(handoff);
  if (plan.length === 0) return {isMet: false, why: 'the session has not ended'};
  const missing = plan.find(({due, record}) => !record && due <= today);
  if (missing)
    return {
      isMet: false,
      why: `check-in ${missing.number}, due ${dateWords(missing.due, today)}, was not held`,
      line: {kind: 'check-in', number: missing.number},
    };
  const held = plan.filter(({record}) => record !== undefined);
  const late = held.find(({due, record}) => record && fieldText(record, 'date') > due);
  if (late?.record) {
    const date = fieldText(late.record, 'date');
    const days = businessDaysBetween(late.due, date, handoff.holidays);
    return {
      isMet: false,
      why: `check-in ${late.number}, with ${recordTitle(late.record)}, came ${days === 1 ? '1 business day' : `${days} business days`} late`,
      line: {kind: 'row', id: late.record.id},
    };
  }
  const next = plan.find(({record}) => !record);
  const count = held.length === 1 ? '1 held' : `${held.length} held`;
  return {isMet: true, why: next ? `${count}, the next ${dateWords(next.due, today)}` : count};
}

/** Whether every required check ran again after the session and holds. */
export function checksAgain(handoff: Handoff): Verdict {
  const {endedAt} = handoff.session;
  const run = lastCheckRun(handoff);
  if (!endedAt) return {isMet: false, why: 'the session has not ended'};
  if (!run) return {isMet: false, why: 'the checks never ran'};
  const isOld = (instant: string) => Date.parse(instant) <= Date.parse(endedAt);
  if (isOld(run.startedAt)) return {isMet: false, why: 'they did not run since the session'};
  const [failed] = blockingChecks(handoff);
  if (failed)
    return {
      isMet: false,
      why: `"${failed.name}" gave ${failed.outcome}`,
      line: {kind: 'check', name: failed.name},
    };
  // A run of a few checks keeps what earlier runs said of the others.
  const old = run.results.find(
    ({severity, startedAt}) => severity === 'required' && isOld(startedAt),
  );
  return old
    ? {
        isMet: false,
        why: `"${old.name}" did not run since the session`,
        line: {kind: 'check', name: old.name},
      }
    : {isMet: true, why: 'every required check ran again and holds'};
}
