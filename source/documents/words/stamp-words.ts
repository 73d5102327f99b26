import {shortDigest} from '../../handoff/standing/digest.ts';

/** What a document was made from, and of when. */
export interface Made {
  /** ISO 8601 instant that it speaks of. */
  readonly asOf: string;
  /** Digest of the handoff. */
  readonly digest: string;
}

/** An ISO 8601 instant as `26 November 2026, 14:05, Europe/Madrid`. */
export function asOfWords(instant: string, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(new Date(instant));
  const {day, month, year, hour, minute} = Object.fromEntries(
    parts.map(({type, value}) => [type, value]),
  );
  return `${day} ${month} ${year}, ${hour}:${minute}, ${timeZone}`;
}

/** An ISO 8601 instant as `26 November 2026`. */
export function longDayWords(instant: string, timeZone: string): string {
  return asOfWords(instant, timeZone).replace(/,.*$/u, '');
}

/** What every document says of itself: `As of 26 November 2026, …, version 3f2a9c01b2de, revision 1, the first.` */
export function stampWords({asOf, digest}: Made, timeZone: string, revision?: string): string {
  const issue = revision === undefined ? '' : `, ${revision}`;
  return `As of ${asOfWords(asOf, timeZone)}, version ${shortDigest(digest)}${issue}.`;
}
