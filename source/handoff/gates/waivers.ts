import {otherSide} from '../rules/people/sides.ts';
import type {Fact, GateWaiver} from '../model/gate-waiver.ts';
import type {Handoff} from '../model/handoff.ts';
import {isRealDay} from '../time/real-day.ts';
import {dayIn} from '../time/schedule.ts';
import type {Requirement} from './requirement.ts';

/** Whether a waiver is over; an end that is no day is one that nobody can wait for. */
export function hasEnded({expires}: Pick<GateWaiver, 'expires'>, today: string): boolean {
  return expires !== undefined && (!isRealDay(expires) || expires <= today);
}

/** Whether a fact is no worse than another was, and no other. */
export function isWithin(fact: Fact, waived: Fact): boolean {
  return Object.entries(fact).every(([what, level]) => {
    const before = Object.hasOwn(waived, what) ? waived[what] : undefined;
    return before !== undefined && level <= before;
  });
}

/** Whether a waiver is of a requirement as it is now. One from before facts were kept goes by the id. */
export function isOf(waiver: GateWaiver, {id, fact}: Pick<Requirement, 'id' | 'fact'>): boolean {
  return waiver.requirement === id && (waiver.fact === undefined || isWithin(fact, waiver.fact));
}

/** The waiver of a requirement that counts; the latest where there are several. */
export function waiverOf(
  handoff: Handoff,
  requirement: Pick<Requirement, 'id' | 'fact'>,
  now: string,
): GateWaiver | undefined {
  const today = dayIn(handoff.timeZone, now);
  return handoff.gateWaivers.findLast(
    (waiver) =>
      isOf(waiver, requirement) &&
      !hasEnded(waiver, today) &&
      // Nobody of those who hand over takes the risk for others, whenever that became known.
      otherSide(handoff, waiver.approver) === undefined,
  );
}
