import {calendarFrom, calendarLines, idleWords} from '../calendar/calendar-lines.ts';
import {keepSettings, type NameKept} from '../../services/settings/keep-settings.ts';
import {readTyped} from '../../services/settings/settings-text.ts';
import {tellSetting, typedValue} from '../../services/settings/told-settings.ts';
import {dateEcho} from '../../handoff/time/dates.ts';
import {dayIn} from '../../handoff/time/schedule.ts';
import {Problem} from '../../problem.ts';
import {settingName, settingOf} from '../../store/settings/setting-table.ts';
import {readSettings} from '../../store/settings/settings.ts';
import type {SettingField} from '../../store/settings/setting-values.ts';
import {storeHome} from '../../store/store-home.ts';
import {print, printJson} from '../print.ts';
import {isQuiet} from '../../tell-aside.ts';
import {readField, settingData} from './list-config.ts';
import {exitCodes} from '../report-error.ts';

export interface SetOptions {
  readonly add?: readonly string[];
  readonly remove?: readonly string[];
  readonly was?: string;
  readonly json?: boolean;
}

/** Days, to which some are added and of which some are taken out. */
function changedDays(field: SettingField, {add = [], remove = []}: SetOptions): readonly string[] {
  if (field !== 'holidays' && field !== 'worked')
    throw new Problem(
      `Nothing is added to ${settingName(field)}, and nothing taken out of it.`,
      `Set it whole: handoff-wizard config set ${settingName(field)} VALUE`,
    );
  const known = readSettings(storeHome())[field] ?? [];
  const {read} = settingOf(field).kind;
  const [added, removed] = [add, remove].map((days) => read(days.join(',')) as readonly string[]);
  const strange = removed?.find((day) => !known.includes(day));
  if (strange !== undefined)
    throw new Problem(
      `${strange} is not among the days of ${field}.`,
      known.length > 0 ? `There are ${known.join(', ')}.` : 'There are none.',
    );
  const kept = known.filter((day) => !removed?.includes(day));
  return [...new Set([...kept, ...(added ?? [])])].toSorted();
}

function readValue(field: SettingField, values: readonly string[], options: SetOptions): unknown {
  const {isList = false, takes} = settingOf(field).kind;
  const isChanging = options.add !== undefined || options.remove !== undefined;
  if (isChanging && values.length > 0)
    throw new Problem('Days are named, and --add or --remove.', 'Say one of the two.');
  if (isChanging) return changedDays(field, options);
  if (options.was !== undefined && field !== 'name')
    throw new Problem(`--was belongs to name, not to ${settingName(field)}.`);
  if (values.length === 0)
    throw new Problem(
      `It is not said what ${settingName(field)} is to be.`,
      `It takes ${takes}; "" goes back to what is usual.`,
    );
  return readTyped(field, values.join(isList ? ', ' : ' '));
}

/** What became of what the person had entered under other names. */
export function nameLines({before, renamed}: NameKept, name: string, was?: string): string[] {
  const {done, left} = renamed;
  const isOther = before.from === 'settings' && before.name !== name && was === undefined;
  return [
    `You act as ${name} from now on.`,
    ...(done.length > 0
      ? [`What was entered as "${was ?? before.name}" is yours: ${done.join(', ')}.`]
      : []),
    ...left.map(({id, why}) => `${id} was left as it is: ${why}.`),
    ...(isOther
      ? [
          `What was entered as "${before.name}" stays theirs. If that was you: handoff-wizard config set name "${name}" --was "${before.name}"`,
        ]
      : []),
  ];
}

const calendarFields: ReadonlySet<SettingField> = new Set(['weekend', 'holidays', 'worked']);

/** What a setting of business days means. */
export function dayLines(home: string, field: SettingField, named: readonly string[]): string[] {
  const calendar = calendarFrom(readSettings(home));
  const today = dayIn(Intl.DateTimeFormat().resolvedOptions().timeZone, new Date().toISOString());
  const idle = named.flatMap((day) => {
    const words = field === 'weekend' ? undefined : idleWords(field, day, calendar);
    return words === undefined ? [] : [`${dateEcho(day, today)}, ${words}.`];
  });
  return [
    ...idle,
    ...calendarLines(calendar),
    ...(isQuiet()
      ? []
      : ['They count for handoffs started from now on, and for sessions that end from now on.']),
  ];
}

/** Lines that say what a setting is now, and what goes before it. */
export async function settingLines(home: string, field: SettingField): Promise<string[]> {
  const {[field]: kept} = readSettings(home);
  const now = await tellSetting(home, field);
  const name = settingName(field);
  const {usualWords} = settingOf(field);
  const lead =
    kept === undefined
      ? `${name} is as is usual: ${usualWords}.`
      : `${name}: ${typedValue({field, value: kept})}`;
  const goesBefore = now.from === 'flag' || (now.from === 'environment' && kept !== undefined);
  return [lead, ...(goesBefore ? [`${now.by} says otherwise now, and goes before it.`] : [])];
}

/**
 * Sets one setting.
 *
 * @throws {Problem} for what is no setting and what is no value of it; nothing changes.
 */
export async function setConfig(
  name: string,
  values: readonly string[],
  options: SetOptions,
): Promise<number> {
  const home = storeHome();
  const field = readField(name);
  const value = readValue(field, values, options);
  const before = readSettings(home)[field];
  const kept = await keepSettings(home, {[field]: value}, options.was);
  if (options.json) {
    printJson(settingData(await tellSetting(home, field)));
    return exitCodes.good;
  }
  const isDays = calendarFields.has(field) && Array.isArray(value);
  const fresh = Array.isArray(value)
    ? (value as string[]).filter((day) => !(Array.isArray(before) && before.includes(day)))
    : [];
  const lines = kept
    ? nameLines(kept, String(value), options.was)
    : isDays
      ? dayLines(home, field, fresh)
      : await settingLines(home, field);
  print(lines.join('\n'));
  return exitCodes.good;
}

/**
 * Goes back to what is usual in some settings.
 *
 * @throws {Problem} for what is no setting; nothing changes.
 */
export async function unsetConfig(names: readonly string[]): Promise<number> {
  const home = storeHome();
  const fields = names.map(readField);
  await keepSettings(home, Object.fromEntries(fields.map((field) => [field, undefined])));
  for (const field of fields) print((await settingLines(home, field)).join('\n'));
  return exitCodes.good;
}
