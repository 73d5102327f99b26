import {shortDigest} from '../../handoff/standing/digest.ts';
import {longDay} from '../../handoff/time/date-language.ts';
import {dayIn} from '../../handoff/time/schedule.ts';
import {timeWords as clockWords} from '../../handoff/time/wording.ts';

/** What a document was made from, and of when. */
export interface Made {
  /** ISO 8601 instant that it speaks of. */
  readonly asOf: string;
  /** Digest of the handoff. */
  readonly digest: string;
}

/** An ISO 8601 instant as `26 November 2026, 14:05, Europe/Madrid`, in the language of dates. */
export function asOfWords(instant: string, timeZone: string): string {
  return `${longDayWords(instant, timeZone)}, ${clockWords(instant, timeZone)}, ${timeZone}`;
}

/** An ISO 8601 instant as `26 November 2026`, in the language of dates. */
export function longDayWords(instant: string, timeZone: string): string {
  return longDay(new Date(`${dayIn(timeZone, instant)}T12:00:00Z`));
}

/** What every document says of itself: `As of 26 November 2026, …, version 3f2a9c01b2de, revision 1, the first.` */
export function stampWords({asOf, digest}: Made, timeZone: string, revision?: string): string {
  const issue = revision === undefined ? '' : `, ${revision}`;
  return `As of ${asOfWords(asOf, timeZone)}, version ${shortDigest(digest)}${issue}.`;
}
