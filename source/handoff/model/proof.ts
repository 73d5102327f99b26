import type {KeptOutput} from './kept-output.ts';

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
  readonly at: string;
  readonly by: string;
}
