import {ownNameProblem} from '../../handoff/people/own-name.ts';
import {dateEcho, readDate} from '../../handoff/time/dates.ts';
import {isBusinessDay} from '../../handoff/time/schedule.ts';
import {dateWords} from '../../handoff/time/wording.ts';
import {Problem} from '../../problem.ts';
import {storeHome} from '../../store/store-home.ts';
import {readSettings, updateSettings} from '../../store/settings/settings.ts';
import {readIdentity, type Identity} from '../../services/identity.ts';
import {print, printJson} from '../print.ts';
import {oneLine} from '../../services/one-line.ts';
import {lookLines} from './set-look.ts';
import {saveName} from '../../services/save-name.ts';

export interface HolidayOptions {
  readonly add?: readonly string[];
  readonly remove?: readonly string[];
}

function holidayLines(holidays: readonly string[]): string[] {
  if (holidays.length === 0) return ['Holidays: none. Business days are Monday to Friday.'];
  // A day of no year makes the words name the year.
  return ['Holidays:', ...holidays.map((date) => `  ${date}  ${dateWords(date, '')}`)];
}

/** How a name is known that nobody has said. */
const nameFrom: Readonly<Record<Identity['from'], string>> = {
  settings: '',
  git: ' (as git has it)',
  login: ' (the login name)',
  account: ' (an account: "handoff-wizard settings name NAME" says who you are)',
};

/** Prints the settings of this person on this machine. */
export async function showSettings({json = false}: {readonly json?: boolean}): Promise<number> {
  const home = storeHome();
  const settings = readSettings(home);
  const {holidays = [], trusted, theme, plainSigns} = settings;
  const {name, from} = await readIdentity(home);
  if (json) {
    printJson({name, nameFrom: from, holidays, theme, plainSigns, trusted});
    return 0;
  }
  const files = trusted.length === 1 ? '1 file' : `${trusted.length} files`;
  print(
    [
      `Name: ${name}${nameFrom[from]}`,
      ...holidayLines(holidays),
      ...lookLines(settings),
      `Trusted checks: ${files}`,
    ].join('\n'),
  );
  return 0;
}

function readHoliday(text: string, today: string): string {
  const reading = readDate(text, today);
  if ('date' in reading) return reading.date;
  throw new Problem(reading.problem, 'Write a day as 2026-12-25.');
}

/**
 * Adds and removes days that are no business days, or lists them.
 *
 * @throws {Problem} for what is no day, and for a day to remove that is not there; nothing changes.
 */
export async function setHolidays(options: HolidayOptions): Promise<number> {
  const home = storeHome();
  const today = new Date().toISOString().slice(0, 10);
  const added = (options.add ?? []).map((text) => readHoliday(text, today));
  const removed = (options.remove ?? []).map((text) => readHoliday(text, today));
  const {holidays: before = []} = readSettings(home);
  if (added.length === 0 && removed.length === 0) {
    print(holidayLines(before).join('\n'));
    return 0;
  }
  const {holidays = []} = await updateSettings(home, (settings) => {
    const known = settings.holidays ?? [];
    const strange = removed.find((date) => !known.includes(date));
    if (strange !== undefined)
      throw new Problem(
        `${strange} is not among the holidays.`,
        known.length > 0 ? `There are ${known.join(', ')}.` : 'There are none.',
      );
    const kept = known.filter((date) => !removed.includes(date));
    return {...settings, holidays: [...new Set([...kept, ...added])].toSorted()};
  });
  for (const date of added.filter((day) => !isBusinessDay(day, [])))
    print(`${dateEcho(date, today)}, is a weekend anyway.`);
  print(holidayLines(holidays).join('\n'));
  print('They count for handoffs started from now on, and for sessions that end from now on.');
  return 0;
}

/**
 * Sets the name under which this person acts. What they have entered before stays their own: at once
 * where no name was known until now, and with `was`, where one was.
 *
 * @throws {Problem} for a name that is none; nothing changes.
 */
export async function setName(
  text: string,
  {was}: {readonly was?: string | undefined} = {},
): Promise<number> {
  const name = oneLine(text);
  const problem = ownNameProblem(name);
  if (problem !== undefined)
    throw new Problem(problem, 'Write it as "handoff-wizard settings name NAME".');
  const {before, renamed} = await saveName(storeHome(), name, was);
  print(`You act as ${name} from now on.`);
  const {done, left} = renamed;
  if (done.length > 0)
    print(`What was entered as "${was ?? before.name}" is yours: ${done.join(', ')}.`);
  for (const {id, why} of left) print(`${id} was left as it is: ${why}.`);
  if (before.from === 'settings' && before.name !== name && was === undefined)
    print(
      `What was entered as "${before.name}" stays theirs. If that was you: handoff-wizard settings name "${name}" --was "${before.name}"`,
    );
  return 0;
}
