/** When and how long the session is to be. */
export interface SessionPlan {
  /** ISO 8601 instant. */
  readonly startsAt: string;
  /** The zone in which the date was typed, such as `Europe/Madrid`. */
  readonly timeZone: string;
  readonly minutes: number;
  /** A room or a link to a call. */
  readonly place?: string;
  /** How often the session was planned anew; RFC 5545 calls it SEQUENCE. */
  readonly sequence: number;
  /** When and by whom it was planned so: ISO 8601 instant. */
  readonly at: string;
  readonly by: string;
}
