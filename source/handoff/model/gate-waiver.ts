/**
 * The doors of a handoff: before the session starts, before it counts as held, and before the
 * transition closes with the receiver's acceptance.
 */
export const gateNames = ['session', 'handover', 'closing'] as const;
export type GateName = (typeof gateNames)[number];

/**
 * What is wrong, as a waiver is held against it: each thing, and how bad it is in a measure of its
 * own, such as minutes that lack. More is worse.
 */
export type Fact = Readonly<Record<string, number>>;

/** A requirement of a gate that was given up on purpose. */
export interface GateWaiver {
  readonly gate: GateName;
  /** The id of the requirement. */
  readonly requirement: string;
  /** What was missing, in words, as it stood at that time. */
  readonly text: string;
  readonly reason: string;
  readonly approver: string;
  /** What was wrong at that time; absent in waivers from before they were bound to it. */
  readonly fact?: Fact;
  /** A day, `YYYY-MM-DD`, from whose beginning it counts no more; absent where nobody can change what is waived. */
  readonly expires?: string;
  readonly at: string;
  readonly by: string;
}

/** A waiver is looked at again after at most so many days; a proposal of this project. */
export const longestWaiver = 90;
/** For so many days unless somebody says otherwise. */
export const usualWaiver = 14;
