import {gateTitles, nextGate, readGate} from '../../handoff/gates/gates.ts';
import type {Handoff} from '../../handoff/model/handoff.ts';
import {dayIn} from '../../handoff/time/schedule.ts';

/** A requirement that was given up on purpose. Every one is printed, also when it has expired. */
export interface GateWaiverData {
  /** Which door it opened, such as `Before the session starts`. */
  readonly gate: string;
  readonly missing: string;
  readonly reason: string;
  readonly approver: string;
  /** `YYYY-MM-DD`. */
  readonly expires: string;
  readonly isExpired: boolean;
  readonly at: string;
  readonly by: string;
}

export function gateWaiversData(handoff: Handoff, now: string): GateWaiverData[] {
  const today = dayIn(handoff.timeZone, now);
  return handoff.gateWaivers.map(({gate, text, reason, approver, expires, at, by}) => ({
    gate: gateTitles[gate],
    missing: text,
    reason,
    approver,
    expires,
    isExpired: expires <= today,
    at,
    by,
  }));
}

/** The next gate with what keeps it shut. */
export interface GateData {
  /** Such as `Before the session starts`. */
  readonly title: string;
  readonly missing: readonly string[];
}

/** Nothing where the playbook has no gates, or the receiver has signed. */
export function nextGateData(handoff: Handoff, now: string): GateData | null {
  const name = nextGate(handoff);
  if (!name) return null;
  const missing = readGate(handoff, name, now).missing.map(({text}) => text);
  return {title: gateTitles[name], missing};
}
