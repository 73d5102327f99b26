import type {Line} from './place.ts';

/** A claim that whoever entered it has taken back, with the reason. Both stay on record. */
export interface Correction {
  /** The id of the action that was taken back. */
  readonly action: string;
  /** What it said, in a few words. */
  readonly words: string;
  /** ISO 8601 instant and actor of the claim. */
  readonly at: string;
  readonly by: string;
  readonly reason: string;
  /** ISO 8601 instant at which it was taken back. */
  readonly correctedAt: string;
  /** What it was about; it may be there no more. */
  readonly about?: Line;
  /** It was about something internal. */
  readonly isInternal?: boolean;
}
