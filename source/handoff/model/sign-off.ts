export const signOffDecisions = ['accepted', 'accepted-with-conditions', 'declined'] as const;
export type SignOffDecision = (typeof signOffDecisions)[number];

export interface SignOff {
  readonly name: string;
  readonly role: string;
  readonly decision: SignOffDecision;
  /** Conditions of the acceptance, or the reason of a refusal. */
  readonly remarks?: string;
  readonly at: string;
}
