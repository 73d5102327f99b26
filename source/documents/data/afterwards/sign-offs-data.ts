import type {Handoff} from '../../../handoff/model/handoff.ts';
import {
  acceptanceStanding,
  acceptanceWords,
  type AcceptanceStanding,
} from '../../../handoff/standing/acceptance-standing.ts';
import {revisionWith} from '../../../handoff/standing/issued/revisions.ts';
import {shortDigest} from '../../../handoff/standing/digest.ts';
import type {SignOff, SignOffDecision} from '../../../handoff/model/sign-off.ts';

export interface SignOffData {
  readonly name: string;
  readonly role: string;
  readonly decision: 'accepted' | 'accepted with conditions' | 'declined';
  /** The conditions of the acceptance, one a line, or the reason of a refusal. */
  readonly remarks: string | null;
  /** Each condition on its own; empty unless it was accepted with conditions. */
  readonly conditions: readonly string[];
  /** Every decision is of one version, by the first digits of its SHA-256. */
  readonly version: string;
  /** The issue of the handoff document that was of that version; nothing where none was written of it. */
  readonly revision: number | null;
  readonly how: string | null;
  /** Where it is written, such as the number of a ticket. */
  readonly reference: string | null;
  readonly enteredBy: string;
  readonly at: string;
}

/** How the decision in force stands. */
export interface AcceptanceData {
  readonly state: AcceptanceStanding['state'];
  /** As in "Accepted on Wed 24 Jun 2026 by Mina Okafor (version …)". */
  readonly words: string | null;
  readonly version: string | null;
  /** What is not as it was accepted, a sentence each without its full stop. */
  readonly changed: readonly string[];
}

const decisionWords: Record<SignOffDecision, SignOffData['decision']> = {
  accepted: 'accepted',
  'accepted-with-conditions': 'accepted with conditions',
  declined: 'declined',
};

function toSignOff(handoff: Handoff, signOff: SignOff): SignOffData {
  const {name, role, decision, conditions = [], remarks, at} = signOff;
  return {
    name,
    role,
    decision: decisionWords[decision],
    remarks: remarks?.trim() || conditions.join('\n') || null,
    conditions,
    version: shortDigest(signOff.digest),
    revision: revisionWith(handoff, signOff.digest, at) ?? null,
    how: signOff.how ?? null,
    reference: signOff.reference ?? null,
    enteredBy: signOff.enteredBy,
    at,
  };
}

/** Every decision, oldest first; the last one is in force. */
export function signOffsData(handoff: Handoff): SignOffData[] {
  return handoff.signOffs.map((signOff) => toSignOff(handoff, signOff));
}

/** What the decision in force makes of the handoff, as the words of a document's status. */
export function statusWords(handoff: Handoff): string {
  return acceptanceWords(handoff) ?? 'Draft, not signed off';
}

/** How the acceptance stands, with what was changed since. */
export function acceptanceData(handoff: Handoff): AcceptanceData {
  const {state, version = null, changed} = acceptanceStanding(handoff);
  const words = acceptanceWords(handoff) ?? null;
  return {state, words, version, changed: changed.map(({text}) => text)};
}
