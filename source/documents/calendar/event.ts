import type {Line} from '../../handoff/model/place.ts';

export const eventKinds = ['session', 'check-in', 'follow-up', 'expiry'] as const;
export type EventKind = (typeof eventKinds)[number];

/** When an event is: a stretch of time, or a whole calendar day wherever the reader is. */
export type EventTime =
  | {
      /** ISO 8601 instants. */
      readonly start: string;
      readonly end: string;
    }
  | {
      /** `YYYY-MM-DD`. */
      readonly day: string;
    };

/** One date of a handoff, as it goes into a calendar. */
export interface CalendarEvent {
  /**
   * Stays the same for as long as it is the same event, however often it is moved: a calendar
   * program finds its own copy by it. Unique within the handoff.
   */
  readonly key: string;
  readonly kind: EventKind;
  readonly title: string;
  readonly when: EventTime;
  readonly description?: string | undefined;
  readonly location?: string | undefined;
  readonly url?: string | undefined;
  /** How often it was moved or changed; RFC 5545, 3.8.7.4: it only ever goes up. */
  readonly sequence: number;
  /** What it is a date of, where that has an audience of its own. */
  readonly line?: Line | undefined;
  /** It lies behind and took place. */
  readonly isHeld?: boolean | undefined;
  /** What it belongs to and its DTSTAMP, ISO 8601, where one calendar tells of several handoffs. */
  readonly scope?: string | undefined;
  readonly stamp?: string | undefined;
  /** An earlier calendar told it, and it is no more. */
  readonly isCancelled?: boolean | undefined;
}

/** Who stands behind the dates. Without an address a calendar names nobody. */
export interface Organiser {
  readonly name: string;
  readonly email?: string | undefined;
}
