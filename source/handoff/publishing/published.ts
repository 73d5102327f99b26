import type {Audience} from '../../playbook/playbook.ts';

/**
 * What can be published: the `outcome` of the handoff, an open `point`, a `document`, and the `status`
 * of an issue, where a tracker moves it by a step of its own.
 */
export const publishedKinds = ['outcome', 'point', 'document', 'status'] as const;
export type PublishedKind = (typeof publishedKinds)[number];

/**
 * How it is known that something arrived: the target `answered` so, it was `found` there afterwards,
 * or a person `said` that they have seen it.
 */
export const arrivalWays = ['answered', 'found', 'said'] as const;
export type ArrivalWay = (typeof arrivalWays)[number];

/** What is published and where, by which the next sending knows the one before. */
export interface PublishedSubject {
  /** Name of the target. */
  readonly target: string;
  readonly kind: PublishedKind;
  /** Id of the open point, or name of the document; absent for the outcome. */
  readonly about?: string;
}

/** Something that has reached a target. */
export interface Published extends PublishedSubject {
  /** The id of its sending; stays the same however often it was tried. */
  readonly sending: string;
  /** The kind of the target, such as `github`. */
  readonly through: string;
  readonly title: string;
  readonly audience: Audience;
  /** SHA-256 of what was sent. */
  readonly digest: string;
  /** SHA-256 of the place that the target was then: under the same name it may be another by now. */
  readonly place: string;
  /** By what the target knows it, such as the number of an issue, and where it can be read. */
  readonly remote?: string;
  readonly url?: string;
  readonly known: ArrivalWay;
  /** ISO 8601 instant and actor. */
  readonly at: string;
  readonly by: string;
}

/** How an open point was found at a target. */
export interface SeenThere {
  readonly target: string;
  readonly about: string;
  readonly state: 'open' | 'closed';
  readonly at: string;
}
