import {gateTitles, nextGate, readGate} from '../../../handoff/gates/gates.ts';
import {waiversReadBy} from '../../../handoff/audience/readable.ts';
import {missingForOwnTeam, missingReadBy} from '../../../handoff/audience/missing-read-by.ts';
import type {Handoff} from '../../../handoff/model/handoff.ts';
import type {Reading} from '../reading.ts';
import {waiverStanding} from '../../../handoff/standing/waiver-standing.ts';

/** A requirement that was given up on purpose. Every one is printed, also when it has expired. */
export interface GateWaiverData {
  /** Which door it opened, such as `Before the session starts`. */
  readonly gate: string;
  readonly missing: string;
  readonly reason: string;
  readonly approver: string;
  /** `YYYY-MM-DD`; `null` where nobody can change any more what is waived. */
  readonly expires: string | null;
  /** Until when it counts, in words. */
  readonly until: string;
  readonly isExpired: boolean;
  /** `in force`, `ended`, `lapsed` or `not needed`. */
  readonly state: string;
  /** Why it stands so, as a sentence without its full stop. */
  readonly why: string;
  readonly at: string;
  readonly by: string;
}

export function gateWaiversData(handoff: Handoff, {audience, now}: Reading): GateWaiverData[] {
  return waiversReadBy(handoff, audience).map((waiver) => {
    const {gate, text, reason, approver, expires, at, by} = waiver;
    const {state, why} = waiverStanding(handoff, waiver, now);
    return {
      gate: gateTitles[gate],
      missing: text,
      reason,
      approver,
      expires: expires ?? null,
      until: expires ?? 'no end',
      isExpired: state === 'ended',
      state,
      why,
      at,
      by,
    };
  });
}

/** The next gate with what keeps it shut. */
export interface GateData {
  /** Such as `Before the session starts`. */
  readonly title: string;
  /** What the customer reads of it, the same in every document. */
  readonly missing: readonly string[];
  /** What else is missing that only the own team may read; empty for a customer. */
  readonly own: readonly string[];
}

/** Nothing where the playbook has no gates, or the receiver has signed. */
export function nextGateData(handoff: Handoff, {audience, now}: Reading): GateData | null {
  const name = nextGate(handoff);
  if (!name) return null;
  const all = readGate(handoff, name, now).missing;
  const missing = missingReadBy(handoff, all, now);
  const own = audience === 'internal' ? missingForOwnTeam(handoff, all) : [];
  return {title: gateTitles[name], missing, own};
}
