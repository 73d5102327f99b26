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

/** Where a run left its runbook for another, or for a person. */
export interface RunLeft {
  readonly kind: 'runbook' | 'person';
  readonly name: string;
}

/** One step of a runbook as it was done, in the order in which that was. */
export interface StepRun {
  readonly number: number;
  readonly title: string;
  /** As it ran; empty where a person did it by hand. */
  readonly command: string;
  readonly expected: string;
  /** What was seen, in a line. */
  readonly actual: string;
  /** Whether it was as it should be; never where nobody has judged it. */
  readonly isMet: boolean;
  /** Who found that; absent where the run was left before anybody judged it. */
  readonly kind?: ProofKind;
  readonly code?: number;
  /** Milliseconds. */
  readonly duration?: number;
  readonly evidence?: KeptOutput;
  /** ISO 8601 instant at which it began. */
  readonly ranAt: string;
  /** Where it went from here, if that was out of the runbook. */
  readonly left?: RunLeft;
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
  /** The way that was taken, step by step; what is told above sums it up. Older proofs have none. */
  readonly steps?: readonly StepRun[];
  /** When and by whom it was recorded. */
  readonly at: string;
  readonly by: string;
}
