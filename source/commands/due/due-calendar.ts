import {calendarOfDue} from '../../services/outlook/calendar-of-due.ts';
import {writeOut} from '../write-out.ts';
import type {DueEntry} from '../../services/outlook/due-entries.ts';

interface DueCalendar {
  readonly home: string;
  /** ISO 8601 instant. */
  readonly now: string;
  readonly entries: readonly DueEntry[];
  /** `-` is standard output. */
  readonly file: string;
}

/** Writes what is due as a calendar; its dates are those of the handoffs' own calendars. */
export async function writeDueCalendar({home, now, entries, file}: DueCalendar): Promise<void> {
  const dates = entries.map(({of: {id}, dated}) => ({handoff: id, dated}));
  await writeOut(file, calendarOfDue(home, {now, dates}), '--ics');
}
