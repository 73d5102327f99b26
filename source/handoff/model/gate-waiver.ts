/**
 * The doors of a handoff: before the session starts, before it counts as held, and before the
 * transition closes with the receiver's acceptance.
 */
export const gateNames = ['session', 'handover', 'closing'] as const;
export type GateName = (typeof gateNames)[number];

/** A requirement of a gate that was given up on purpose. */
export interface GateWaiver {
  readonly gate: GateName;
  /** The id of the requirement. */
  readonly requirement: string;
  /** What was missing, in words, as it stood at that time. */
  readonly text: string;
  readonly reason: string;
  readonly approver: string;
  /** A day, `YYYY-MM-DD`, from whose beginning the waiver counts no more. */
  readonly expires: string;
  readonly at: string;
  readonly by: string;
}
