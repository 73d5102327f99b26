import type {Audience} from '../../playbook/playbook.ts';
import type {ArrivalWay, PublishedSubject} from '../../handoff/publishing/published.ts';

/**
 * `waiting` is tried when its time has come; `sending` is being tried, or was when its process ended;
 * `arrived` is only to be told in the journal; `asks` needs the word of a person, as nobody can know
 * whether it arrived; `refused` needs something done by a person; `dropped` is not to be sent as it is.
 */
export const sendingStates = [
  'waiting',
  'sending',
  'arrived',
  'asks',
  'refused',
  'dropped',
] as const;
export type SendingState = (typeof sendingStates)[number];

/** Who is trying a sending, and until when at most. */
export interface Sender {
  readonly pid: number;
  readonly host: string;
  /** ISO 8601 instant. */
  readonly until: string;
}

/** Something that is to reach a target, until the journal tells that it has. It holds no secret. */
export interface Sending extends PublishedSubject {
  /** Stays the same however often it is tried. */
  readonly id: string;
  readonly through: string;
  readonly title: string;
  /** Markdown. */
  readonly text: string;
  readonly isClosed: boolean;
  readonly data: object;
  readonly audience: Audience;
  /** SHA-256 of what is sent. */
  readonly digest: string;
  readonly mark: string;
  /** SHA-256 of the place that its target was when it was asked for. */
  readonly place: string;
  /** ISO 8601 instant and actor of the asking. */
  readonly at: string;
  readonly by: string;
  readonly state: SendingState;
  readonly tries: number;
  readonly lastTryAt?: string;
  /** ISO 8601 instant before which it is not tried again, and whether the target asked for that. */
  readonly next?: string;
  readonly isAskedToWait?: boolean;
  /** An earlier try may have arrived. */
  readonly isUnsure?: boolean;
  /** Why it is not there, and what to do, each a sentence. */
  readonly why?: string;
  readonly todo?: string;
  readonly sender?: Sender;
  /** By what the target knows it. */
  readonly remote?: string;
  readonly url?: string;
  readonly known?: ArrivalWay;
}

/** What is still to be done or answered: what a person has dropped is only remembered. */
export function isLeft({state}: Pick<Sending, 'state'>): boolean {
  return state !== 'dropped';
}
