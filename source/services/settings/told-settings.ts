import {Problem} from '../../problem.ts';
import {chosenSetting} from '../../store/settings/chosen-setting.ts';
import {settingFields, settingName, settingOf} from '../../store/settings/setting-table.ts';
import type {SettingField} from '../../store/settings/setting-values.ts';
import {readIdentity, type Identity} from '../identity.ts';
import {userTemplates} from '../user-templates.ts';

/** A setting as it is now, and who says so. */
export interface ToldSetting {
  readonly field: SettingField;
  /** As people type it. */
  readonly name: string;
  /** Nothing where nobody has said anything, and what is usual is no value. */
  readonly value: unknown;
  readonly from: 'flag' | 'environment' | 'settings' | 'default';
  /** What says it, where that has a name: an option, a variable, `git`. */
  readonly by?: string;
  /** Why it cannot be told. */
  readonly problem?: Problem;
}

/** Options of this call that go before everything else, and what they make of a setting. */
export type SettingFlags = {
  readonly [Field in SettingField]?: {readonly value: unknown; readonly by: string};
};

const nameBy: Readonly<Partial<Record<Identity['from'], string>>> = {
  git: 'git',
  login: 'the login name',
  account: 'the name of an account',
};

async function readNow(home: string, field: SettingField): Promise<Omit<ToldSetting, 'name'>> {
  const {value, from, variable} = chosenSetting(home, field);
  const by = variable === undefined ? {} : {by: variable};
  if (field === 'templates') return {field, from, value: userTemplates(home), ...by};
  if (field !== 'name' || from !== 'default') return {field, from, value, ...by};
  const identity = await readIdentity(home);
  const known = nameBy[identity.from];
  return {field, from, value: identity.name, ...(known === undefined ? {} : {by: known})};
}

/** A setting as it is now. */
export async function tellSetting(
  home: string,
  field: SettingField,
  flags: SettingFlags = {},
): Promise<ToldSetting> {
  const flag = flags[field];
  const name = settingName(field);
  if (flag) return {field, name, from: 'flag', ...flag};
  try {
    return {name, ...(await readNow(home, field))};
  } catch (error) {
    // Only a variable can be wrong by itself: broken settings are so for all of them.
    const {variable} = settingOf(field);
    if (!(error instanceof Problem) || !process.env[variable]) throw error;
    return {field, name, value: undefined, from: 'environment', by: variable, problem: error};
  }
}

/** Every setting as it is now. */
export async function tellSettings(
  home: string,
  flags?: SettingFlags,
): Promise<readonly ToldSetting[]> {
  const told = [];
  for (const field of settingFields) told.push(await tellSetting(home, field, flags));
  return told;
}

/** A value as it would be typed; nothing where there is none. */
export function typedValue({field, value}: Pick<ToldSetting, 'field' | 'value'>): string {
  return value === undefined ? '' : settingOf(field).kind.write(value);
}
