import type {BusinessCalendar} from '../../time/business-calendar.ts';
import type {Handoff} from '../../model/handoff.ts';
import {isBusinessDay} from '../../time/business-days.ts';
import {weekendWords} from '../../time/calendar-words.ts';
import {dayIn} from '../../time/schedule.ts';
import {areDaysTold, type Loss} from './losses.ts';

/**
 * Nobody works any more on days after the session on which people did: what is due comes later.
 *
 * @param at ISO 8601 instant of the change
 */
export function calendarLoss(
  handoff: Handoff,
  next: BusinessCalendar,
  at: string,
): Loss | undefined {
  const {endedAt} = handoff.session;
  if (endedAt === undefined) return undefined;
  const from = dayIn(handoff.timeZone, endedAt);
  const {worked, weekend} = handoff;
  const ends = next.weekend.filter((day) => !weekend.includes(day));
  // A day that goes with its weekday is told with it.
  const usual = {...next, weekend};
  const off = [...new Set([...next.holidays, ...worked])]
    .filter((day) => day >= from && isBusinessDay(day, handoff) && !isBusinessDay(day, usual))
    .toSorted();
  const [first] = off;
  const days =
    off.length === 1
      ? `${first} was made a day`
      : `${off.length} days from ${first} on were made days`;
  const lost = [
    ...(ends.length > 0
      ? [`${weekendWords(ends)} ${ends.length === 1 ? 'was' : 'were'} made the weekend`]
      : []),
    ...(first === undefined ? [] : [`${days} on which nobody works`]),
  ];
  if (lost.length === 0) return undefined;
  const isMoreToo =
    weekend.some((day) => !next.weekend.includes(day)) ||
    [...handoff.holidays, ...next.worked].some(
      (day) => day >= from && !isBusinessDay(day, handoff) && isBusinessDay(day, next),
    );
  return {
    text: `${lost.join(' and ')}, so what is due ${isMoreToo ? 'moves' : 'comes later'}`,
    needsReason: areDaysTold(handoff, endedAt, at),
    concernsCustomer: true,
  };
}
