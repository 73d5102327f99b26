export const attendances = ['came', 'did not come'] as const;
export type Attendance = (typeof attendances)[number];

/** What somebody set right in the record of the session after it was held. */
export interface SessionCorrection {
  /** ISO 8601 instant and actor of the correction. */
  readonly at: string;
  readonly by: string;
  readonly reason: string;
  /** What was set right, in words, such as `Overview: 30 min`. */
  readonly text: string;
  /** Minutes that blocks had in all, by their ids, and minutes of them in which the customer drove. */
  readonly minutes?: Readonly<Record<string, number>>;
  readonly customerMinutes?: Readonly<Record<string, number>>;
  /** Who came, by the ids of the attendees' rows. */
  readonly attendance?: Readonly<Record<string, Attendance>>;
}

/** Whether somebody agreed to be recorded, as it was in the session. */
export interface SessionConsent {
  readonly name: string;
  readonly consent: string;
}
