import type {Dated} from '../../handoff/ahead/dated.ts';
import {addDays, dayIn, dueSortKey, isOverdue} from '../../handoff/time/schedule.ts';
import type {Outlook} from './outlook.ts';

/** Something that is due within the days that were asked for, or overdue. */
export interface DueEntry {
  readonly of: Outlook;
  readonly dated: Dated;
  readonly isOverdue: boolean;
}

/** What is overdue, and what comes within so many days; what only ends and has ended is not told. */
export function dueEntries(
  outlooks: readonly Outlook[],
  {days, now}: {readonly days: number; readonly now: string},
): DueEntry[] {
  return outlooks
    .flatMap((of) => {
      // Each day is one where the handoff is; the zone is asked once for all of them.
      const {timeZone, dates} = of;
      const last = dates.length === 0 ? '' : addDays(dayIn(timeZone, now), days);
      return dates.flatMap((dated): DueEntry[] => {
        if (dated.due.date > last) return [];
        const isLate = isOverdue(dated.due, timeZone, now);
        return isLate && !dated.isToDo ? [] : [{of, dated, isOverdue: isLate}];
      });
    })
    .toSorted((a, b) => (dueSortKey(a.dated.due) < dueSortKey(b.dated.due) ? -1 : 1));
}
