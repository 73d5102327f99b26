export interface TransitionExtension {
  /** The new last day, `YYYY-MM-DD`. */
  readonly until: string;
  readonly reason: string;
  readonly at: string;
  readonly by: string;
}
