import type {Audience} from '../../playbook/playbook.ts';

/** Who reads, and when. */
export interface Reading {
  readonly audience: Audience;
  /** ISO 8601 instant that the document speaks of. */
  readonly now: string;
}
