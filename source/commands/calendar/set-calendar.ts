import {calendarOf, type BusinessCalendar} from '../../handoff/time/business-calendar.ts';
import {dateEcho} from '../../handoff/time/dates.ts';
import {dayIn} from '../../handoff/time/schedule.ts';
import {Problem} from '../../problem.ts';
import {readContext, tellNameNotice} from '../../services/context.ts';
import {daysKind, weekendKind} from '../../store/settings/setting-kinds.ts';
import {storeHome} from '../../store/store-home.ts';
import type {HandoffReader} from '../../store/snapshot.ts';
import {chooseHandoff, chooseReader} from '../choose-handoff.ts';
import {recordChanges, tellRecorded} from '../changes/run-change-command.ts';
import {print, printJson, printRemark} from '../print.ts';
import {exitCodes} from '../report-error.ts';
import {calendarLines, idleWords} from './calendar-lines.ts';

export interface CalendarOptions {
  readonly handoff?: string;
  readonly reason?: string;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

export interface DayOptions extends CalendarOptions {
  readonly add?: readonly string[];
  readonly remove?: readonly string[];
}

type Change = (calendar: BusinessCalendar) => Partial<BusinessCalendar>;

/** Changes the business days of a handoff alone; from then on nobody's settings replace them. */
async function changeHandoff(
  reader: HandoffReader,
  options: CalendarOptions,
  change: Change,
): Promise<number> {
  const context = await readContext();
  const {dryRun: isDry = false, json: isJson = false} = options;
  const reason = options.reason?.trim();
  let next: BusinessCalendar = reader.snapshot().handoff;
  const recorded = await recordChanges(reader, {
    context,
    isDry,
    decide({handoff}) {
      next = calendarOf({...handoff, ...change(handoff)});
      return [{type: 'calendar/set', ...next, isOwn: true, ...(reason ? {reason} : {})}];
    },
  });
  if (isDry || isJson) tellRecorded(recorded, {isDry, isJson});
  else {
    print(calendarLines(next).join('\n'));
    printRemark(`They count for ${recorded.before.id}, whatever the settings of anybody say.`);
    if (recorded.notice !== undefined) printRemark(recorded.notice);
  }
  if (!isDry) tellNameNotice(context);
  return exitCodes.good;
}

/** Prints the business days of a handoff. */
export async function showCalendar(options: CalendarOptions): Promise<number> {
  const handoff = await chooseHandoff(storeHome(), options, 'reads');
  if (options.json) printJson(calendarOf(handoff));
  else print(calendarLines(handoff).join('\n'));
  return exitCodes.good;
}

const among = {holidays: 'among the holidays', worked: 'among the days that are worked'} as const;

/**
 * Adds days to the holidays of a handoff, or to the days that are worked all the same, and removes some.
 *
 * @throws {Problem} for what is no day, and for a day to remove that is not there; nothing changes.
 */
export async function setDays(part: 'holidays' | 'worked', options: DayOptions): Promise<number> {
  const {add = [], remove = []} = options;
  if (add.length === 0 && remove.length === 0)
    throw new Problem('No day is named.', 'Name some with --add or --remove, as 2026-12-25.');
  const added = add.flatMap((text) => daysKind.read(text));
  const removed = remove.flatMap((text) => daysKind.read(text));
  const reader = await chooseReader(storeHome(), options, 'acts');
  const {handoff} = reader.snapshot();
  const today = dayIn(handoff.timeZone, new Date().toISOString());
  for (const day of added) {
    const idle = idleWords(part, day, handoff);
    if (idle !== undefined && !options.json) print(`${dateEcho(day, today)}, ${idle}.`);
  }
  return changeHandoff(reader, options, ({[part]: known}) => {
    const strange = removed.find((day) => !known.includes(day));
    if (strange !== undefined)
      throw new Problem(
        `${strange} is not ${among[part]}.`,
        known.length > 0 ? `There are ${known.join(', ')}.` : 'There are none.',
      );
    const kept = known.filter((day) => !removed.includes(day));
    return {[part]: [...new Set([...kept, ...added])].toSorted()};
  });
}

/**
 * Sets the days of the week on which nobody works at the place of a handoff.
 *
 * @throws {Problem} for what is no day of the week, and for all seven; nothing changes.
 */
export async function setWeekend(
  words: readonly string[],
  options: CalendarOptions,
): Promise<number> {
  const weekend = weekendKind.read(words.join(' '));
  const reader = await chooseReader(storeHome(), options, 'acts');
  return changeHandoff(reader, options, () => ({weekend}));
}
