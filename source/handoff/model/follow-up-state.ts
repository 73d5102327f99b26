import type {Audience} from '../../playbook/playbook.ts';

/** What a person said about a follow-up; absent fields follow its rule. */
export interface FollowUpState {
  readonly owner?: string;
  /** `YYYY-MM-DD`. */
  readonly due?: string;
  readonly outcome?: string;
  /** Who may read it, where somebody has said so, and the ISO 8601 instant of that. */
  readonly audience?: Audience;
  readonly addressedAt?: string;
  /** Present once it is closed. */
  readonly closedAt?: string;
  readonly closedBy?: string;
}
