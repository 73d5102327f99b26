import type {Handoff} from '../model/handoff.ts';
import {isSignedOff} from '../standing/signed-off.ts';
import {documentationMissing} from './documentation.ts';
import {expectationsMissing} from './expectations.ts';
import type {Requirement} from './requirement.ts';
import {requirementId} from './requirement-id.ts';
import {planMissing, sessionTimeMissing} from './session-time.ts';
import {transitionMissing} from './transition.ts';
import {understandingMissing} from './understanding.ts';
import {validationMissing} from './validation.ts';
import {waiverOf} from './waivers.ts';
import {gateNames, type GateName, type GateWaiver} from '../model/gate-waiver.ts';

/** How a gate stands. It is open when nothing is missing; what is waived is not missing. */
export interface Gate {
  readonly name: GateName;
  readonly missing: readonly Requirement[];
  readonly waived: readonly {readonly requirement: Requirement; readonly waiver: GateWaiver}[];
}

/** What each gate lets through, as in "Before the session starts". */
export const gateTitles: Readonly<Record<GateName, string>> = {
  session: 'Before the session starts',
  handover: 'Before the session counts as held',
  closing: 'Before the receiver signs',
};

function requirements(handoff: Handoff, name: GateName, now: string): Requirement[] {
  switch (name) {
    case 'session': {
      const agreed = expectationsMissing(handoff, now);
      const isSaid = ({id}: Requirement) =>
        agreed.some(
          ({place}) => place.line?.kind === 'item' && id === requirementId('item', place.line.id),
        );
      return [
        ...validationMissing(handoff, now),
        ...planMissing(handoff),
        ...agreed,
        // One line for an empty table is enough, and one waiver.
        ...documentationMissing(handoff).filter((requirement) => !isSaid(requirement)),
      ];
    }
    case 'handover':
      return [...sessionTimeMissing(handoff, now), ...understandingMissing(handoff)];
    case 'closing': {
      const exit = transitionMissing(handoff, now);
      const isSaid = exit.some(({id}) => id === requirementId('exit', 'demonstrations'));
      return [
        ...sessionTimeMissing(handoff, now),
        // One line for the demonstrations is enough.
        ...understandingMissing(handoff).filter(({id}) => !isSaid || id === 'performers'),
        ...exit,
      ];
    }
  }
}

/**
 * How a gate stands at an instant. Always open where the playbook has no gates.
 *
 * @param now ISO 8601
 */
export function readGate(handoff: Handoff, name: GateName, now: string): Gate {
  if (!handoff.playbook.gates) return {name, missing: [], waived: []};
  const missing: Requirement[] = [];
  const waived: Gate['waived'][number][] = [];
  for (const requirement of requirements(handoff, name, now)) {
    const waiver = waiverOf(handoff, requirement.id, now);
    if (waiver) waived.push({requirement, waiver});
    else missing.push(requirement);
  }
  return {name, missing, waived};
}

/** The gate that the handoff comes to next; nothing once the receiver has signed. */
export function nextGate(handoff: Handoff): GateName | undefined {
  if (!handoff.playbook.gates || isSignedOff(handoff)) return undefined;
  const {startedAt, endedAt} = handoff.session;
  return gateNames[endedAt ? 2 : startedAt ? 1 : 0];
}
