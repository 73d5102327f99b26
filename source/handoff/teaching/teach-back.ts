/** How well it was known: at once, once they were helped, or not at all. */
export const teachBackOutcomes = ['right', 'with-help', 'not-known'] as const;
export type TeachBackOutcome = (typeof teachBackOutcomes)[number];

/** One time that somebody of the receiver answered a question of the training in their own words. */
export interface TeachBack {
  /** The id of the action that told of it. */
  readonly id: string;
  /** The row of the question, and its {@link questionDigest} at that time. */
  readonly question: string;
  readonly digest: string;
  readonly answerer: string;
  /** Who asked, and how it was known; both absent of an answer in writing that nobody has judged. */
  readonly asker?: string;
  readonly outcome?: TeachBackOutcome;
  /** What they said, in their words. */
  readonly said?: string;
  /** What they had to be told. */
  readonly remark?: string;
  /** ISO 8601 instant. */
  readonly at: string;
}
