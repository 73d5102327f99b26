import type {Line} from '../model/place.ts';

/** One of several answers to one thing. */
export interface GivenAnswer {
  /** The id of the action. */
  readonly action: string;
  /** What it says, in words. */
  readonly says: string;
  /** ISO 8601 instant and actor. */
  readonly at: string;
  readonly by: string;
  /** Whether it is what stands now. */
  readonly isInForce: boolean;
}

/**
 * Several people have answered one thing otherwise, and none of them had seen what the other said. The
 * last in the order of the journal stands until somebody chooses.
 */
export interface Contradiction {
  /** What they answered, such as `item network note`. */
  readonly id: string;
  /** The same in words, such as `the note on "Network"`. */
  readonly about: string;
  readonly line?: Line;
  /** In the order of the journal. */
  readonly answers: readonly GivenAnswer[];
}
