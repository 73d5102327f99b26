import type {Dated} from '../../handoff/ahead/dated.ts';
import {addDays, dayIn, daysAnywhere, dueSortKey, isOverdue} from '../../handoff/time/schedule.ts';
import type {Outlook} from './outlook.ts';

/** Something that is due within the days that were asked for, or overdue. */
export interface DueEntry {
  readonly of: Outlook;
  readonly dated: Dated;
  readonly isOverdue: boolean;
}

/** Tells whether a day comes within so many days, where a handoff is. */
function isWithin(days: number, now: string): (date: string, timeZone: string) => boolean {
  const [first, last] = daysAnywhere(now).map((day) => addDays(day, days));
  return (date, timeZone) => {
    // Most days need no look at the zone, and the first look takes 20 ms of a program's start.
    if (first !== undefined && date <= first) return true;
    if (last !== undefined && date > last) return false;
    return date <= addDays(dayIn(timeZone, now), days);
  };
}

/** What is overdue, and what comes within so many days; what only ends and has ended is not told. */
export function dueEntries(
  outlooks: readonly Outlook[],
  {days, now}: {readonly days: number; readonly now: string},
): DueEntry[] {
  const isAsked = isWithin(days, now);
  return outlooks
    .flatMap((of) => {
      const {timeZone, dates} = of;
      return dates.flatMap((dated): DueEntry[] => {
        if (!isAsked(dated.due.date, timeZone)) return [];
        const isLate = isOverdue(dated.due, timeZone, now);
        return isLate && !dated.isToDo ? [] : [{of, dated, isOverdue: isLate}];
      });
    })
    .toSorted((a, b) => (dueSortKey(a.dated.due) < dueSortKey(b.dated.due) ? -1 : 1));
}
