import type {Handoff} from '../../handoff/model/handoff.ts';
import type {SignOff, SignOffDecision} from '../../handoff/model/sign-off.ts';

export interface SignOffData {
  readonly name: string;
  readonly role: string;
  readonly decision: 'accepted' | 'accepted with conditions' | 'declined';
  /** The conditions of the acceptance, one a line, or the reason of a refusal. */
  readonly remarks: string | null;
  /** Each condition on its own; empty unless it was accepted with conditions. */
  readonly conditions: readonly string[];
  readonly at: string;
}

const decisionWords: Record<SignOffDecision, SignOffData['decision']> = {
  accepted: 'accepted',
  'accepted-with-conditions': 'accepted with conditions',
  declined: 'declined',
};

function toSignOff({name, role, decision, conditions = [], remarks, at}: SignOff): SignOffData {
  return {
    name,
    role,
    decision: decisionWords[decision],
    remarks: remarks?.trim() || conditions.join('\n') || null,
    conditions,
    at,
  };
}

/** Every decision, oldest first; the last one is in force. */
export function signOffsData(handoff: Handoff): SignOffData[] {
  return handoff.signOffs.map(toSignOff);
}

/** What the decision in force makes of the handoff, as the words of a document's status. */
export function statusWords(handoff: Handoff): string {
  const decision = handoff.signOffs.at(-1)?.decision;
  if (!decision) return 'Draft, not signed off';
  const words = decisionWords[decision];
  return words.charAt(0).toUpperCase() + words.slice(1);
}
