/**
 * An entry whose own time lies well before what it goes on from: its clock was set back, or one
 * before it was ahead. It shows when it was entered beside when it says that it happened.
 */
export interface Misdated {
  /** The id of the action. */
  readonly action: string;
  readonly words: string;
  /** ISO 8601 instant that it says, and actor. */
  readonly at: string;
  readonly by: string;
  /** ISO 8601 instant after which it was entered. */
  readonly enteredAfter: string;
  /** Somebody proved, performed, agreed, was told or accepted something. */
  readonly isClaim: boolean;
}
