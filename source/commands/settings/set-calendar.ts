import {
  calendarOf,
  isWeekend,
  usualCalendar,
  weekdays,
  type BusinessCalendar,
  type Weekday,
} from '../../handoff/time/business-calendar.ts';
import {isBusinessDay} from '../../handoff/time/business-days.ts';
import {businessDayWords, weekendWords} from '../../handoff/time/calendar-words.ts';
import {dateEcho, readDate} from '../../handoff/time/dates.ts';
import {dayIn} from '../../handoff/time/schedule.ts';
import {dateWords} from '../../handoff/time/wording.ts';
import {Problem} from '../../problem.ts';
import {readContext, tellNameNotice} from '../../services/context.ts';
import {readSettings, updateSettings, type Settings} from '../../store/settings/settings.ts';
import {storeHome} from '../../store/store-home.ts';
import {chooseReader} from '../choose-handoff.ts';
import {recordChanges, tellRecorded} from '../changes/run-change-command.ts';
import {print, printJson} from '../print.ts';

export interface CalendarOptions {
  /** The handoff whose business days are meant; those of the settings without it. */
  readonly handoff?: string;
  readonly reason?: string;
  /** Of a handoff alone. */
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

export interface DayOptions extends CalendarOptions {
  readonly add?: readonly string[];
  readonly remove?: readonly string[];
}

/** The business days of settings, whole. */
export function calendarIn({holidays, weekend, worked}: Settings): BusinessCalendar {
  return {
    weekend: weekend ?? usualCalendar.weekend,
    holidays: holidays ?? [],
    worked: worked ?? [],
  };
}

function dayLines(title: string, days: readonly string[]): string[] {
  // A day of no year makes the words name the year.
  return [title, ...days.map((date) => `  ${date}  ${dateWords(date, '')}`)];
}

/** The business days in lines. */
export function calendarLines(calendar: BusinessCalendar): string[] {
  const {weekend, holidays, worked} = calendar;
  return [
    `Weekend: ${weekendWords(weekend)}. Business days are ${businessDayWords(calendar)}.`,
    ...(holidays.length === 0 ? ['Holidays: none.'] : dayLines('Holidays:', holidays)),
    ...(worked.length === 0 ? [] : dayLines('Worked all the same:', worked)),
  ];
}

type Change = (calendar: BusinessCalendar) => Partial<BusinessCalendar>;

/** Changes the business days of a handoff alone; from then on nobody's settings replace them. */
async function changeHandoff(options: CalendarOptions, change: Change): Promise<void> {
  const context = await readContext();
  const {dryRun: isDry = false, json: isJson = false} = options;
  const reader = await chooseReader(context.home, options, 'acts');
  const reason = options.reason?.trim();
  let next: BusinessCalendar = usualCalendar;
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
    print(`They count for ${recorded.before.id}, whatever the settings of anybody say.`);
    if (recorded.notice !== undefined) print(recorded.notice);
  }
  if (!isDry) tellNameNotice(context);
}

async function changeSettings({dryRun, json}: CalendarOptions, change: Change): Promise<void> {
  if (dryRun)
    throw new Problem('No rule stands against settings.', 'Name a handoff with --handoff.');
  const settings = await updateSettings(storeHome(), (before) => ({
    ...before,
    ...change(calendarIn(before)),
  }));
  printCalendar(calendarIn(settings), json);
  if (!json)
    print('They count for handoffs started from now on, and for sessions that end from now on.');
}

function printCalendar(calendar: BusinessCalendar, isJson = false): void {
  if (isJson) printJson(calendarOf(calendar));
  else print(calendarLines(calendar).join('\n'));
}

async function calendarNow(options: CalendarOptions): Promise<BusinessCalendar> {
  if (options.handoff === undefined) return calendarIn(readSettings(storeHome()));
  return (await chooseReader(storeHome(), options, 'reads')).snapshot().handoff;
}

function readDay(text: string, today: string): string {
  const reading = readDate(text, today);
  if ('date' in reading) return reading.date;
  throw new Problem(reading.problem, 'Write a day as 2026-12-25.');
}

const among = {holidays: 'among the holidays', worked: 'among the days that are worked'} as const;

/** That naming a day changes nothing of it, and why; nothing where it does. */
function idleWords(
  part: 'holidays' | 'worked',
  day: string,
  calendar: BusinessCalendar,
): string | undefined {
  if (part === 'holidays' && calendar.worked.includes(day)) return 'is worked all the same';
  const isWorked = isBusinessDay(day, {...calendar, [part]: []});
  if (isWorked !== (part === 'worked')) return undefined;
  return isWorked ? 'is a business day anyway' : 'is a weekend anyway';
}

/**
 * Adds days to the holidays, or to the days that are worked all the same, and removes some; lists
 * them where none is named.
 *
 * @throws {Problem} for what is no day, and for a day to remove that is not there; nothing changes.
 */
export async function setDays(part: 'holidays' | 'worked', options: DayOptions): Promise<number> {
  const before = await calendarNow(options);
  const today = dayIn(Intl.DateTimeFormat().resolvedOptions().timeZone, new Date().toISOString());
  const added = (options.add ?? []).map((text) => readDay(text, today));
  const removed = (options.remove ?? []).map((text) => readDay(text, today));
  if (added.length === 0 && removed.length === 0) {
    printCalendar(before, options.json);
    return 0;
  }
  for (const day of added) {
    const idle = idleWords(part, day, before);
    if (idle !== undefined && !options.json) print(`${dateEcho(day, today)}, ${idle}.`);
  }
  const change: Change = ({[part]: known}) => {
    const strange = removed.find((day) => !known.includes(day));
    if (strange !== undefined)
      throw new Problem(
        `${strange} is not ${among[part]}.`,
        known.length > 0 ? `There are ${known.join(', ')}.` : 'There are none.',
      );
    const kept = known.filter((day) => !removed.includes(day));
    return {[part]: [...new Set([...kept, ...added])].toSorted()};
  };
  await (options.handoff === undefined
    ? changeSettings(options, change)
    : changeHandoff(options, change));
  return 0;
}

function readWeekday(text: string): Weekday {
  const typed = text.toLowerCase();
  const day = typed.length < 3 ? undefined : weekdays.find((known) => known.startsWith(typed));
  if (day) return day;
  throw new Problem(
    `"${text}" is no day of the week.`,
    'Write the days as fri sat, or none where people work on all days.',
  );
}

/**
 * Sets the days of the week on which nobody works, or prints them where none is named.
 *
 * @throws {Problem} for what is no day of the week, and for all seven; nothing changes.
 */
export async function setWeekend(
  words: readonly string[],
  options: CalendarOptions,
): Promise<number> {
  if (words.length === 0) {
    printCalendar(await calendarNow(options), options.json);
    return 0;
  }
  const typed = words.flatMap((word) => word.split(/[\s,]+/u)).filter((word) => word !== '');
  const isNone = typed.length === 1 && typed[0]?.toLowerCase() === 'none';
  const named = new Set(isNone ? [] : typed.map(readWeekday));
  const weekend = weekdays.filter((day) => named.has(day));
  if (!isWeekend(weekend))
    throw new Problem(
      'With all seven days there is no day left on which anybody works.',
      'Leave out at least one day of the week.',
    );
  const change = () => ({weekend});
  await (options.handoff === undefined
    ? changeSettings(options, change)
    : changeHandoff(options, change));
  return 0;
}
