/** By which file a change came that its actor did not enter here. */
export interface Arrival {
  /** SHA-256 of the answer. */
  readonly answer: string;
  /** Which of its entries it was, counted from 0. */
  readonly part: number;
  /** ISO 8601 instant at which it was done, by the clock of the machine where that was. */
  readonly at: string;
  /** Who imported the file. */
  readonly by: string;
}

/** Time and authorship of an action, handed in because the domain has no clock. */
export interface Stamp {
  readonly id: string;
  /** ISO 8601 instant by the clock of the machine that made it. */
  readonly at: string;
  readonly actor: string;
  /** Absent where the actor entered it. */
  readonly arrival?: Arrival;
}

/** An action's place in history. */
export interface Placed extends Stamp {
  /** The {@link journalVersion} by whose rules it was written; 0 for what older files held. */
  readonly v: number;
  /**
   * Hybrid logical clock in milliseconds (Kulkarni et al. 2014): never below any action its maker
   * had seen, so cause comes before effect even when a clock was set back.
   */
  readonly order: number;
  /** How it hangs together with other lines of its journal, once it has been one. */
  readonly seen?: string | readonly string[];
  readonly with?: string;
  readonly hash?: string;
}

/** Raise it with every change to the vocabulary or its rules; a change says since which it is known. */
export const journalVersion = 6;
