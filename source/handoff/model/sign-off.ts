export const signOffDecisions = ['accepted', 'accepted-with-conditions', 'declined'] as const;
export type SignOffDecision = (typeof signOffDecisions)[number];

export interface SignOff {
  readonly name: string;
  readonly role: string;
  readonly decision: SignOffDecision;
  /** What the acceptance hangs on, each an open point of its own; only where it has conditions. */
  readonly conditions?: readonly string[];
  /** The reason of a refusal; in old entries also the conditions, as one text. */
  readonly remarks?: string;
  readonly at: string;
}
