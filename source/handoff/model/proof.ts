import type {KeptOutput} from './kept-output.ts';

/** Whether the program found what was expected, or a person said so. */
export const proofKinds = ['measured', 'attested'] as const;
export type ProofKind = (typeof proofKinds)[number];

/** What showed after a changing runbook that all is well: a check, or the run of a safe runbook. */
export interface Verified {
  readonly name: string;
  readonly isMet: boolean;
  /** How it ended, in a word or two. */
  readonly outcome: string;
}

/** One try of a runbook on the running system, with what came out of it. */
export interface Proof {
  /** The id of the action. */
  readonly id: string;
  /** The record of the runbook. */
  readonly record: string;
  /** The commands as they ran; empty where a person did it by hand. */
  readonly command: string;
  /** Whether a person found what the runbook says to expect. */
  readonly isMet: boolean;
  /** What the runbook said to expect at that time. */
  readonly expected: string;
  /** What was seen, in a line. */
  readonly actual: string;
  /** Exit code; absent where nothing ran or a signal ended it. */
  readonly code?: number;
  /** Milliseconds. */
  readonly duration?: number;
  readonly evidence?: KeptOutput;
  /** {@link runbookDigest} of the runbook as it was tried; older proofs have none. */
  readonly digest?: string;
  /** The machine and the absolute folder in which it ran. */
  readonly host?: string;
  readonly folder?: string;
  readonly kind?: ProofKind;
  /** ISO 8601 instant at which the run began, where that is known. */
  readonly ranAt?: string;
  readonly verified?: Verified;
  /** When and by whom it was recorded. */
  readonly at: string;
  readonly by: string;
}
