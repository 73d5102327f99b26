import type {Handoff} from '../model/handoff.ts';
import {isSignedOff} from '../standing/signed-off.ts';
import {quickestFirst, type Missing} from './effort.ts';
import type {Requirement} from './requirement.ts';
import {requirementsOf} from './requirements.ts';
import {waiverOf} from './waivers.ts';
import {gateNames, type GateName, type GateWaiver} from '../model/gate-waiver.ts';

/** How a gate stands. It is open when it was asked and nothing is missing; what is waived is not missing. */
export interface Gate {
  readonly name: GateName;
  /** `not asked` where the playbook has no gates: nothing was looked at, so nothing is open. */
  readonly state: 'open' | 'shut' | 'not asked';
  /** What is quickest to settle comes first. */
  readonly missing: readonly Missing[];
  readonly waived: readonly {readonly requirement: Requirement; readonly waiver: GateWaiver}[];
}

/** What each gate lets through, as in "Before the session starts". */
export const gateTitles: Readonly<Record<GateName, string>> = {
  session: 'Before the session starts',
  handover: 'Before the session counts as held',
  closing: 'Before the receiver signs',
};

/**
 * How a gate stands at an instant. Nothing is missing where the playbook has no gates.
 *
 * @param now ISO 8601
 */
export function readGate(handoff: Handoff, name: GateName, now: string): Gate {
  const missing: Requirement[] = [];
  const waived: Gate['waived'][number][] = [];
  for (const requirement of requirementsOf(handoff, name, now)) {
    const waiver = waiverOf(handoff, requirement, now);
    if (waiver) waived.push({requirement, waiver});
    else missing.push(requirement);
  }
  const state = !handoff.playbook.gates ? 'not asked' : missing.length > 0 ? 'shut' : 'open';
  return {name, state, missing: quickestFirst(handoff, missing), waived};
}

/** The gate that the handoff comes to next; nothing once the receiver has signed. */
export function nextGate(handoff: Handoff): GateName | undefined {
  if (!handoff.playbook.gates || isSignedOff(handoff)) return undefined;
  const {startedAt, endedAt} = handoff.session;
  return gateNames[endedAt ? 2 : startedAt ? 1 : 0];
}
