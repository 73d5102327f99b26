import type {Place} from '../model/place.ts';

/** One thing of what an acceptance is of. */
export interface AcceptedPart {
  /** Stays the same for as long as the thing is there. */
  readonly id: string;
  /** The thing in words, such as `the runbook "Restart"`. */
  readonly subject: string;
  readonly digest: string;
  /** What happened to it last, as in "was changed". */
  readonly happened: string;
  /** ISO 8601 instant and actor of that, where they are known. */
  readonly at?: string;
  readonly by?: string;
  /** When it only settles what was open and so changes nothing accepted, such as a passing check. */
  readonly settles?: 'always' | 'when new';
  readonly place?: Place;
}
