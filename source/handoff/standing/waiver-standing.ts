import {otherSide} from '../rules/people/sides.ts';
import {requirementsOf} from '../gates/requirements.ts';
import type {Requirement} from '../gates/requirement.ts';
import {hasEnded, isOf} from '../gates/waivers.ts';
import {gateNames, type GateWaiver} from '../model/gate-waiver.ts';
import type {Handoff} from '../model/handoff.ts';
import {dayIn} from '../time/schedule.ts';

/** How a waiver stands: whether it still opens anything. */
export interface WaiverStanding {
  readonly state: 'in force' | 'ended' | 'lapsed' | 'not needed';
  /** ISO 8601 instant, or the day on which it ended; absent where nobody has seen since when. */
  readonly since?: string;
  /** A sentence without its full stop. */
  readonly why: string;
}

/** What the gates that a handoff has not passed yet, and the last one always, miss under an id. */
function missed(handoff: Handoff, id: string, now: string): Requirement | undefined {
  const {startedAt, endedAt} = handoff.session;
  for (const gate of gateNames.slice(endedAt ? 2 : startedAt ? 1 : 0)) {
    const found = requirementsOf(handoff, gate, now).find((requirement) => requirement.id === id);
    if (found) return found;
  }
  return undefined;
}

/** How a waiver stands at an instant, ISO 8601. */
export function waiverStanding(handoff: Handoff, waiver: GateWaiver, now: string): WaiverStanding {
  const {expires, at, approver} = waiver;
  const today = dayIn(handoff.timeZone, now);
  if (expires !== undefined && hasEnded(waiver, today))
    return {state: 'ended', since: expires, why: `it counted until ${expires}`};
  const wrongSide = otherSide(handoff, approver);
  if (wrongSide !== undefined) return {state: 'lapsed', why: wrongSide};
  const requirement = missed(handoff, waiver.requirement, now);
  if (!requirement)
    return {state: 'not needed', why: 'no gate that is still ahead misses what it waives'};
  if (!isOf(waiver, requirement))
    return {
      state: 'lapsed',
      why: `it was given for something else: now ${requirement.text.replace(/\.$/u, '')}`,
    };
  const later = handoff.gateWaivers.findLast(
    (other) => isOf(other, requirement) && !hasEnded(other, today),
  );
  return later === waiver || later === undefined
    ? {state: 'in force', since: at, why: `${approver} takes the risk`}
    : {state: 'not needed', since: later.at, why: 'it was waived anew'};
}
