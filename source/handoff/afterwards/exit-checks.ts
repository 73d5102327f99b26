import type {Handoff} from '../model/handoff.ts';
import {checkFact} from '../gates/check-fact.ts';
import type {Fact} from '../model/gate-waiver.ts';
import {lineKey, type Line} from '../model/place.ts';
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
  /** What does not hold, in a form that tells whether it has got worse. */
  readonly fact?: Fact;
  /** Nobody can change it any more. */
  readonly isPast?: boolean;
}

/** Worse than any number of days late. */
const notHeld = 10_000;

/** Whether each check-in that had to be held by `today` was held, and not later than planned. */
export function checkInsHeld(handoff: Handoff, today: string): Verdict {
  const plan = checkInPlan(handoff);
  if (plan.length === 0)
    return {isMet: false, why: 'the session has not ended', fact: {'not ended': 1}};
  const held = plan.filter(({record}) => record !== undefined);
  const missing = plan.filter(({due, record}) => !record && due <= today);
  const late = held.flatMap(({number, due, record}) => {
    const date = record ? fieldText(record, 'date') : '';
    if (!record || date <= due) return [];
    return [{number, record, days: businessDaysBetween(due, date, handoff.holidays)}];
  });
  const fact = Object.fromEntries([
    ...missing.map(({number}) => [lineKey({kind: 'check-in', number}), notHeld]),
    ...late.map(({number, days}) => [lineKey({kind: 'check-in', number}), days]),
  ]);
  const [first] = missing;
  if (first)
    return {
      isMet: false,
      why: `check-in ${first.number}, due ${dateWords(first.due, today)}, was not held`,
      line: {kind: 'check-in', number: first.number},
      fact,
    };
  const [came] = late;
  if (came)
    return {
      isMet: false,
      why: `check-in ${came.number}, with ${recordTitle(came.record)}, came ${came.days === 1 ? '1 business day' : `${came.days} business days`} late`,
      line: {kind: 'row', id: came.record.id},
      fact,
      isPast: true,
    };
  const next = plan.find(({record}) => !record);
  const count = held.length === 1 ? '1 held' : `${held.length} held`;
  return {isMet: true, why: next ? `${count}, the next ${dateWords(next.due, today)}` : count};
}

/** Whether every required check ran again after the session and holds. */
export function checksAgain(handoff: Handoff): Verdict {
  const {endedAt} = handoff.session;
  const run = lastCheckRun(handoff);
  if (!endedAt) return {isMet: false, why: 'the session has not ended', fact: {again: 1}};
  if (!run) return {isMet: false, why: 'the checks never ran', fact: {again: 2}};
  const isOld = (instant: string) => Date.parse(instant) <= Date.parse(endedAt);
  if (isOld(run.startedAt))
    return {isMet: false, why: 'they did not run since the session', fact: {again: 1}};
  const failing = blockingChecks(handoff);
  const [failed] = failing;
  if (failed)
    return {
      isMet: false,
      why: `"${failed.name}" gave ${failed.outcome}`,
      line: {kind: 'check', name: failed.name},
      fact: Object.fromEntries(
        failing.flatMap((record) =>
          Object.entries(checkFact(record)).map(([what, level]) => [
            `${record.name}: ${what}`,
            level,
          ]),
        ),
      ),
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
        fact: {again: 1},
      }
    : {isMet: true, why: 'every required check ran again and holds'};
}
