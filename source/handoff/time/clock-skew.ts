/**
 * How far the clocks of two machines may be apart before anybody is told, in milliseconds; a proposal
 * of this project. Machines that ask a time server differ by less than a second.
 */
export const clockSkew = 2 * 60_000;

/** Whether an instant lies ahead of another, by more than clocks differ. */
export function isAhead(instant: string, now: string): boolean {
  return Date.parse(instant) - Date.parse(now) > clockSkew;
}
