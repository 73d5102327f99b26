import {enteredLater} from './contacts.ts';
import type {Handoff} from '../model/handoff.ts';
import {blockingFact} from '../gates/check-fact.ts';
import type {Fact} from '../model/gate-waiver.ts';
import {lineKey, type Line} from '../model/place.ts';
import {checkFacts} from '../standing/of-checks/check-facts.ts';
import {checkStandings, type CheckStanding} from '../standing/of-checks/check-standing.ts';
import {fieldText, recordTitle} from '../registers/records.ts';
import {businessDaysBetween} from '../time/business-days.ts';
import {checkInPlan} from './transition-period.ts';
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
    return [{number, record, days: businessDaysBetween(due, date, handoff)}];
  });
  const fact = Object.fromEntries([
    ...missing.map(({number}) => [lineKey({kind: 'check-in', number}), notHeld]),
    ...late.map(({number, days}) => [lineKey({kind: 'check-in', number}), days]),
  ]);
  const [first] = missing;
  if (first)
    return {
      isMet: false,
      why:
        first.due === today
          ? `check-in ${first.number} is due today`
          : `check-in ${first.number}, due ${dateWords(first.due, today)}, was not held`,
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
  if (held.length === 0 && next)
    // None of none is not all of them.
    return {
      isMet: false,
      why: `none was held yet, the next is due ${dateWords(next.due, today)}`,
      line: {kind: 'check-in', number: next.number},
      fact: {'none held': 1},
    };
  const later = held.filter(
    ({record}) => record !== undefined && enteredLater(record, handoff.timeZone) !== undefined,
  ).length;
  const entered = later === 0 ? '' : ` (${later} entered later than on its day)`;
  const count = `${held.length} held${entered}`;
  return {isMet: true, why: next ? `${count}, the next ${dateWords(next.due, today)}` : count};
}

/** What a check asked when the system was handed over, where that is known. */
function digestAt(handoff: Handoff, name: string, instant: string): string | undefined {
  const before = checkFacts(handoff).measured.get(name) ?? [];
  return before.findLast(({record}) => isUntil(record.startedAt, instant))?.record.digest;
}

function isUntil(instant: string, end: string): boolean {
  return Date.parse(instant) <= Date.parse(end);
}

/** How a required check fails to show that the system still works; nothing when it does not. */
function lateProblem(
  handoff: Handoff,
  standing: CheckStanding,
  endedAt: string,
): {readonly why: string; readonly fact: Fact} | undefined {
  const {name, state, since, isBlocking, why = '', record, digest} = standing;
  const fact = blockingFact(standing);
  if (state === 'gone')
    return {why: `"${name}" ran before the end and stands in the checks file no more`, fact};
  // One that was not run since is told as such, whatever it said before.
  if (since === undefined || isUntil(since, endedAt))
    return {why: `"${name}" did not run since the session`, fact: {again: 1}};
  if (isBlocking) {
    const isGiven = why === record?.message;
    return {why: isGiven ? `"${name}" gave ${record.outcome}` : `"${name}": ${why}`, fact};
  }
  const then = digestAt(handoff, name, endedAt);
  return then !== undefined && digest !== undefined && then !== digest
    ? {why: `"${name}" asks something else than at the session`, fact: {[digest]: 1}}
    : undefined;
}

/** Whether every required check ran again after the session and holds. */
export function checksAgain(handoff: Handoff, now: string): Verdict {
  const {endedAt} = handoff.session;
  const {lastRun} = checkFacts(handoff);
  if (!endedAt) return {isMet: false, why: 'the session has not ended', fact: {again: 1}};
  if (!lastRun) return {isMet: false, why: 'the checks never ran', fact: {again: 2}};
  const standings = checkStandings(handoff, now);
  const required = standings.filter(
    ({severity, isBlocking, state}) =>
      isBlocking || (severity === 'required' && state !== 'skipped'),
  );
  if (required.length === 0)
    return {isMet: false, why: 'no check in the checks file is required', fact: {required: 1}};
  if (standings.every(({since}) => since === undefined || isUntil(since, endedAt)))
    return {isMet: false, why: 'they did not run since the session', fact: {again: 1}};
  const problems = required.flatMap((standing) => {
    const problem = lateProblem(handoff, standing, endedAt);
    return problem ? [{name: standing.name, ...problem}] : [];
  });
  const [first] = problems;
  if (!first) return {isMet: true, why: 'every required check ran again and holds'};
  const fact = problems.flatMap(({name, fact}) =>
    Object.entries(fact).map(([what, level]) => [`${name}: ${what}`, level] as const),
  );
  return {
    isMet: false,
    why: first.why,
    line: {kind: 'check', name: first.name},
    fact: Object.fromEntries(fact),
  };
}
