import {transitionEnd, transitionPeriod} from '../../../handoff/afterwards/transition-period.ts';
import type {Handoff} from '../../../handoff/model/handoff.ts';
import {fieldText} from '../../../handoff/registers/records.ts';
import {calendarWords} from '../../../handoff/time/calendar-words.ts';
import {dateEcho} from '../../../handoff/time/dates.ts';
import {dayIn} from '../../../handoff/time/schedule.ts';
import {wrapLines, type Line} from '../../list/line.ts';
import {glyphs} from '../../theme/glyphs.ts';

/** The last day with what is left until then, and who answers. */
export function transitionLead(handoff: Handoff, now: string, width: number): Line[] {
  const end = transitionEnd(handoff);
  if (!end) return [...wrapLines('No last day was agreed; x sets it.', width, 'warning'), []];
  const today = dayIn(handoff.timeZone, now);
  const period = transitionPeriod(handoff);
  const [owner, deputy] = ['name', 'deputy'].map((name) => period && fieldText(period, name));
  const extension = handoff.extensions.at(-1);
  const calendar = calendarWords(handoff, today);
  const people = [owner && `owner ${owner}`, deputy && `deputy ${deputy}`].filter(Boolean);
  return [
    ...wrapLines(`${end < today ? 'Ended' : 'Ends'} ${dateEcho(end, today)}`, width, 'strong'),
    ...(people.length > 0 ? wrapLines(people.join(` ${glyphs.dot} `), width, 'muted') : []),
    ...(extension ? wrapLines(`Extended: ${extension.reason}`, width, 'muted') : []),
    ...(calendar ? wrapLines(calendar, width, 'muted') : []),
    [],
  ];
}
