import type {GateWaiver} from '../model/gate-waiver.ts';
import type {Handoff} from '../model/handoff.ts';
import {blockingChecks, type CheckStanding} from '../standing/of-checks/check-standing.ts';
import {blockingFact} from './check-fact.ts';
import {requirementId} from './requirement-id.ts';
import {waiverOf} from './waivers.ts';

/** The waiver by which somebody lives with a check as it stands; nothing while none counts. */
export function waiverOfCheck(
  handoff: Handoff,
  standing: CheckStanding,
  now: string,
): GateWaiver | undefined {
  const id = requirementId('check', standing.name);
  return waiverOf(handoff, {id, fact: blockingFact(standing)}, now);
}

/** Checks that stand in the way and that nobody has accepted by name. */
export function checksInTheWay(handoff: Handoff, now: string): readonly CheckStanding[] {
  return blockingChecks(handoff, now).filter((standing) => !waiverOfCheck(handoff, standing, now));
}
