import type {Place} from './place.ts';

/** Something that was removed, lowered, shortened or moved after somebody had relied on it. */
export interface HistoryEntry {
  /** The id of the action. */
  readonly action: string;
  /** ISO 8601 instant and actor of it. */
  readonly at: string;
  readonly by: string;
  /** What was done, as a sentence without its full stop that begins with a small letter. */
  readonly text: string;
  readonly reason?: string;
  /** It is about something that the customer was told. */
  readonly concernsCustomer: boolean;
  /** Where it stands now. */
  readonly place?: Place;
}
