import type {GateWaiver} from '../model/gate-waiver.ts';
import type {Handoff} from '../model/handoff.ts';
import {dayIn} from '../time/schedule.ts';

/** The waiver of a requirement that still counts; the latest where there are several. */
export function waiverOf(
  handoff: Handoff,
  requirement: string,
  now: string,
): GateWaiver | undefined {
  const today = dayIn(handoff.timeZone, now);
  return handoff.gateWaivers.findLast(
    (waiver) => waiver.requirement === requirement && waiver.expires > today,
  );
}
