import {settingFields} from '../../store/settings/setting-table.ts';
import {updateSettings, type Settings} from '../../store/settings/settings.ts';
import type {Identity} from '../identity.ts';
import type {Renamed} from '../rename-earlier.ts';
import {saveName} from '../save-name.ts';
import {checkSetting, type SettingChanges} from './check-setting.ts';

/** How a person was known before they said another name, and what became of what they had entered. */
export interface NameKept {
  readonly before: Identity;
  readonly renamed: Renamed;
}

/** Settings with some changed: what goes back to what is usual is no longer in them. */
function changed(before: Settings, changes: SettingChanges): Settings {
  const gone = settingFields.filter((field) => field in changes && changes[field] === undefined);
  const all = Object.entries({...before, ...changes});
  return Object.fromEntries(
    all.filter(([field]) => !gone.some((one) => one === field)),
  ) as unknown as Settings;
}

/**
 * Keeps settings, all or none of them. A name is said in the handoffs of this store as well.
 *
 * @param was a name under which the person acted before
 * @throws {Problem} for what names something that is not there; nothing changes
 */
export async function keepSettings(
  home: string,
  changes: SettingChanges,
  was?: string,
): Promise<NameKept | undefined> {
  for (const field of settingFields)
    if (changes[field] !== undefined) await checkSetting(home, field, changes);
  const {name, ...others} = changes;
  const rest = 'name' in changes && name === undefined ? changes : others;
  if (Object.keys(rest).length > 0)
    await updateSettings(home, (settings) => changed(settings, rest));
  return name === undefined ? undefined : saveName(home, name, was);
}
