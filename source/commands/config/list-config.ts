import {
  tellSetting,
  tellSettings,
  typedValue,
  type SettingFlags,
  type ToldSetting,
} from '../../services/settings/told-settings.ts';
import {unknownSetting} from '../../services/settings/settings-text.ts';
import {fieldNamed, settingOf} from '../../store/settings/setting-table.ts';
import {readSettings} from '../../store/settings/settings.ts';
import {settingsPath} from '../../store/settings/settings-file.ts';
import type {SettingField} from '../../store/settings/setting-values.ts';
import {storeHome} from '../../store/store-home.ts';
import {print, printJson, printRemark} from '../print.ts';
import {exitCodes, reportError} from '../report-error.ts';
import {switches} from '../switches.ts';
import {tableLines} from '../aligned-rows.ts';

/**
 * The field of a setting that was named.
 *
 * @throws {Problem} where there is none of that name, with the nearest
 */
export function readField(name: string): SettingField {
  const field = fieldNamed(name);
  if (field === undefined) throw unknownSetting(name);
  return field;
}

function fromWords({from, by}: ToldSetting): string {
  if (from === 'settings') return 'settings file';
  if (from === 'default') return by === undefined ? 'default' : `default: ${by}`;
  return `${from === 'flag' ? 'flag' : 'environment variable'} ${by ?? ''}`;
}

function valueWords(told: ToldSetting): string {
  if (told.problem) return '?';
  const typed = typedValue(told);
  if (typed !== '') return typed;
  return settingOf(told.field).usualWords;
}

/** What options of this call make of settings. */
function settingFlags(): SettingFlags {
  const {hasColor, hasPager} = switches();
  return {
    ...(hasPager ? {} : {pager: {value: 'cat', by: '--no-pager'}}),
    ...(hasColor ? {} : {theme: {value: 'plain', by: '--no-color'}}),
  };
}

/** A setting as it is printed under `--json`. */
export function settingData({field, name, value, from, by, problem}: ToldSetting) {
  const {about, kind, variable, usualWords} = settingOf(field);
  return {
    name,
    ...(value === undefined ? {} : {value}),
    from,
    ...(by === undefined ? {} : {by}),
    ...(problem === undefined ? {} : {problem: problem.message}),
    about,
    takes: kind.takes,
    usual: usualWords,
    variable,
  };
}

/** Prints every setting as it is now. A variable that says what is no value is told and gives 2. */
export async function listConfig({json = false}: {readonly json?: boolean}): Promise<number> {
  const home = storeHome();
  const told = await tellSettings(home, settingFlags());
  const {trusted} = readSettings(home);
  const wrong = told.flatMap(({problem}) => problem ?? []);
  if (json) printJson({settings: told.map(settingData), file: settingsPath(home), trusted});
  else {
    const rows = told.map((one) => [one.name, valueWords(one), fromWords(one)]);
    print(tableLines([['SETTING', 'VALUE', 'FROM'], ...rows]).join('\n'));
    const files = trusted.length === 1 ? '1 file' : `${trusted.length} files`;
    printRemark(`\nSettings file: ${settingsPath(home)}, which trusts ${files} of checks.`);
    for (const problem of wrong) await reportError(problem);
  }
  return wrong.length > 0 ? exitCodes.badInput : exitCodes.good;
}

/**
 * Prints one setting as it is now, as it would be typed.
 *
 * @throws {Problem} where there is none of that name, or its variable says what is no value
 */
export async function getConfig(
  name: string,
  {json = false}: {readonly json?: boolean},
): Promise<number> {
  const told = await tellSetting(storeHome(), readField(name), settingFlags());
  if (told.problem) throw told.problem;
  if (json) printJson(settingData(told));
  else {
    const isOpen = told.value === undefined && settingOf(told.field).kind.choices !== undefined;
    print(isOpen ? 'auto' : typedValue(told));
  }
  return exitCodes.good;
}
