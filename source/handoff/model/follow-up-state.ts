/** What a person said about a follow-up; absent fields follow its rule. */
export interface FollowUpState {
  readonly owner?: string;
  /** `YYYY-MM-DD`. */
  readonly due?: string;
  readonly outcome?: string;
  /** Present once it is closed. */
  readonly closedAt?: string;
  readonly closedBy?: string;
}
