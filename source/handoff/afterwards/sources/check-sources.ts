import {otherSide} from '../../rules/people/sides.ts';
import {blockingFact, checkFact} from '../../gates/check-fact.ts';
import {requirementId} from '../../gates/requirement-id.ts';
import {hasEnded, isOf} from '../../gates/waivers.ts';
import type {CheckRecord} from '../../model/check-run.ts';
import type {Fact} from '../../model/gate-waiver.ts';
import type {Handoff} from '../../model/handoff.ts';
import {placeOn} from '../../model/place.ts';
import {checkFacts} from '../../standing/of-checks/check-facts.ts';
import {checkStandings, type CheckStanding} from '../../standing/of-checks/check-standing.ts';
import {dayIn} from '../../time/schedule.ts';
import {followUpId} from '../follow-up-id.ts';
import type {Source} from './source.ts';

function isWaived(handoff: Handoff, name: string, fact: Fact, instant: string): boolean {
  const requirement = {id: requirementId('check', name), fact};
  const today = dayIn(handoff.timeZone, instant);
  return handoff.gateWaivers.some(
    (waiver) =>
      isOf(waiver, requirement) &&
      !hasEnded(waiver, today) &&
      otherSide(handoff, waiver.approver) === undefined,
  );
}

/** Whether how a check stands is waived by name. */
export function isWaivedByName(handoff: Handoff, standing: CheckStanding, now: string): boolean {
  return isWaived(handoff, standing.name, blockingFact(standing), now);
}

/**
 * Whether a check leaves something to do. How long ago one passed leaves no point: the next run is no
 * work.
 */
export function leavesPoint({state, isWeaker, isBlocking}: CheckStanding): boolean {
  if (isWeaker || state === 'warns' || state === 'fails') return true;
  return state === 'unknown' || state === 'skipped' || (state === 'gone' && isBlocking);
}

function holds({outcome}: CheckRecord): boolean {
  return outcome === 'pass' || outcome === 'waived';
}

/** What a check gave since it last held, the oldest first. */
function failures(handoff: Handoff, name: string): CheckRecord[] {
  const all = (checkFacts(handoff).measured.get(name) ?? []).map(({record}) => record);
  return all.slice(all.findLastIndex(holds) + 1);
}

function ofStanding(handoff: Handoff, standing: CheckStanding): Source {
  const {name, record, why = '', since = handoff.updatedAt, state} = standing;
  const source = {
    kind: 'check',
    subject: name,
    text:
      record && why === record.message
        ? `Check "${name}" gave ${record.outcome}: ${why}`
        : `Check "${name}": ${why}`,
    place: placeOn(handoff.playbook, 'checks', {kind: 'check', name}),
  } as const;
  if (!leavesPoint(standing)) {
    const words = state === 'waived' ? 'it is waived' : 'it was run again and holds';
    return {...source, raisedAt: since, settled: {since, why: words}};
  }
  const closedAt = handoff.followUps[followUpId(source)]?.closedAt;
  const all = failures(handoff, name);
  // What was closed and fails again came up anew.
  const again = all.find(
    (failed) =>
      closedAt !== undefined &&
      Date.parse(failed.startedAt) > Date.parse(closedAt) &&
      !isWaived(handoff, name, checkFact(failed), failed.startedAt),
  );
  return {
    ...source,
    raisedAt: (again ?? all[0])?.startedAt ?? since,
    ...(again ? {failedAt: again.startedAt} : {}),
  };
}

/** Checks that do not hold; a passing run settles them. */
export function checkSources(handoff: Handoff): Source[] {
  // Time alone makes no open point, so what counts is how it stood when something last happened.
  return checkStandings(handoff, handoff.updatedAt).map((standing) =>
    ofStanding(handoff, standing),
  );
}
