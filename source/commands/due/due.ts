import {dueEntries, type DueEntry} from '../../services/outlook/due-entries.ts';
import {readOutlooks, type Outlooks} from '../../services/outlook/read-outlooks.ts';
import {storeHome} from '../../store/store-home.ts';
import {printedWidth} from '../broken-lines.ts';
import {print, printJson} from '../print.ts';
import {exitCodes} from '../report-error.ts';
import {tellDue, tellShort} from './tell-due.ts';

export interface DueOptions {
  readonly days: number;
  readonly short?: boolean;
  readonly json?: boolean;
  readonly ics?: string;
}

function printed({of, dated, isOverdue: isLate}: DueEntry) {
  const {id, customer, system} = of;
  const {due, isToDo: _, id: thing, ...rest} = dated;
  return {handoff: id, customer, system, ...rest, id: thing, ...due, isOverdue: isLate};
}

function exitCode(entries: readonly DueEntry[], {broken}: Outlooks): number {
  if (broken.length > 0) return exitCodes.badInput;
  return entries.some((entry) => entry.isOverdue) ? exitCodes.blocked : exitCodes.good;
}

/** Prints what is due or overdue in all handoffs. */
export async function due(options: DueOptions): Promise<number> {
  const home = storeHome();
  const now = new Date().toISOString();
  const found = await readOutlooks(home, {now, tellsGates: false});
  const entries = dueEntries(found.outlooks, {days: options.days, now});
  if (options.ics !== undefined) {
    const {writeDueCalendar} = await import('./due-calendar.ts');
    await writeDueCalendar({home, now, entries, file: options.ics});
    // Standard output may be the calendar.
    for (const {message} of found.broken) process.stderr.write(`${message}\n`);
  } else if (options.json)
    printJson({days: options.days, dates: entries.map(printed), broken: found.broken});
  else {
    const text = options.short
      ? tellShort(entries, found.broken, options.days)
      : tellDue(entries, found.broken, {days: options.days, now, cells: printedWidth()});
    if (text !== '') print(text);
  }
  return exitCode(entries, found);
}
