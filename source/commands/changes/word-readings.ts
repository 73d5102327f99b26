import {isInstant} from '../../handoff/changes/change-fields.ts';
import {readPastInstant} from '../../handoff/session/past-instant.ts';
import {Problem} from '../../problem.ts';
import {findBlock, findPoint} from './find-named.ts';
import type {Reading} from './change-command.ts';
import type {Moment} from './typed.ts';

/** When something was: an instant, `14:05` of today, or a day and a time in the handoff's zone. */
function readPast(text: string, {handoff: {timeZone}, today}: Moment): string {
  const said = text.trim();
  const whole = /^\d{1,2}:\d{2}$/u.test(said) ? `${today} ${said}` : said;
  const at = isInstant(said) ? new Date(said).toISOString() : readPastInstant(whole, timeZone);
  if (at !== undefined) return at;
  throw new Problem(
    `"${said}" is no time.`,
    `Write it as 14:05, or as "2026-06-24 14:05", in ${timeZone}.`,
  );
}

type Read = (text: string, moment: Moment) => unknown;

/** How typed words become a value, one by one; what needs more than its own words is left to its maker. */
export const readings: Readonly<Record<Reading, Read | undefined>> = {
  block: (text, {handoff}) => findBlock(handoff, text),
  'field values': undefined,
  length: undefined,
  'open point': (text, {handoff}) => findPoint(handoff, text),
  'past time': readPast,
  requirement: undefined,
  start: undefined,
};
