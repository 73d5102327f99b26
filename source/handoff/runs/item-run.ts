import type {KeptOutput} from '../model/kept-output.ts';

/** One run of commands of an item, with what came of it. */
export interface ItemRun {
  /** The id of the action. */
  readonly id: string;
  /** {@link commandDigest} of each command of the playbook that ran, in their order. */
  readonly of: readonly string[];
  /** As it ran, without secrets. */
  readonly command: string;
  /** Whether a person said that it changes the system; else it only looks. */
  readonly isChanging: boolean;
  /** Whether it ended well and showed what was expected. */
  readonly isMet: boolean;
  /** What a person said before to expect, a line each, `/…/` is a pattern; empty where nobody did. */
  readonly expected: string;
  /** What was seen, in a line. */
  readonly actual: string;
  /** Exit code; absent where it was stopped or a signal ended it. */
  readonly code?: number;
  /** Milliseconds. */
  readonly duration: number;
  readonly evidence?: KeptOutput;
  /** The machine and the absolute folder in which it ran. */
  readonly host: string;
  readonly folder: string;
  /** ISO 8601 instant at which it began. */
  readonly ranAt: string;
  /** When and by whom it was recorded. */
  readonly at: string;
  readonly by: string;
}
