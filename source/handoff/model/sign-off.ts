import type {AcceptedState} from './accepted-state.ts';

export const signOffDecisions = ['accepted', 'accepted-with-conditions', 'declined'] as const;
export type SignOffDecision = (typeof signOffDecisions)[number];

/** How a decision reached whoever entered it. */
export const signOffWays = ['in person', 'mail', 'ticket', 'file'] as const;
export type SignOffWay = (typeof signOffWays)[number];

export interface SignOff {
  readonly name: string;
  readonly role: string;
  readonly decision: SignOffDecision;
  /** What the acceptance hangs on, each an open point of its own; only where it has conditions. */
  readonly conditions?: readonly string[];
  /** The reason of a refusal; in old entries also the conditions, as one text. */
  readonly remarks?: string;
  /** Absent in entries from before it was asked. */
  readonly how?: SignOffWay;
  /** Where it is written, such as the number of a ticket. */
  readonly reference?: string;
  /** Who entered it. */
  readonly enteredBy: string;
  /** SHA-256 of what was decided on. */
  readonly digest: string;
  /** What that was, part by part, so that a later change of it can be named; only of an acceptance. */
  readonly accepted?: AcceptedState;
  readonly at: string;
}
