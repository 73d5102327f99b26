import type {Place} from '../../model/place.ts';
import type {FollowUpSource} from '../follow-up-id.ts';

/** What an open point comes from, and how that stands. */
export interface Source extends FollowUpSource {
  readonly text: string;
  readonly place: Place | undefined;
  /** ISO 8601 instant at which it came up; days count from it. */
  readonly raisedAt: string;
  /** ISO 8601 instant at which it last failed or was opened; later than a closing, it undoes that. */
  readonly failedAt?: string;
  /** Why the source itself says that nothing is left to do, without a full stop. */
  readonly settled?: {readonly since?: string; readonly why: string};
  /** Why it is open whatever was said of it, as a clause; absent where a person's word closes it. */
  readonly openBecause?: string;
  readonly owner?: string;
  /** A day that the source itself names, `YYYY-MM-DD`. */
  readonly due?: string;
}
