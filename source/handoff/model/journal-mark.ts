/**
 * How a line of the journal reads that today's rules would refuse. `against`: refused by what its
 * writer had seen, so it has no effect. `crossed`: allowed by that, and refused only because of a line
 * that somebody else wrote meanwhile. `before`: written before there was such a rule.
 */
export type MarkReading = 'against' | 'crossed' | 'before';

/** What is told of such a line, as documents and screens show it. */
export interface JournalMark {
  /** The id of the action. */
  readonly action: string;
  readonly reading: MarkReading;
  /** What it says, in a few words. */
  readonly words: string;
  /** ISO 8601 instant and actor. */
  readonly at: string;
  readonly by: string;
  /** What stands against it, in a sentence. */
  readonly message: string;
  /** What it crossed with; absent where that is a line that is missing. */
  readonly with?: {readonly words: string; readonly at: string; readonly by: string};
}
