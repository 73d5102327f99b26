import {editSettings} from '../../services/settings/edit-settings.ts';
import {Problem} from '../../problem.ts';
import {storeHome} from '../../store/store-home.ts';
import {readSettings} from '../../store/settings/settings.ts';
import {hasTerminal, print} from '../print.ts';
import {exitCodes} from '../report-error.ts';
import {nameLines, settingLines} from './set-config.ts';

/**
 * Opens the settings in the editor and keeps what was changed.
 *
 * @throws {Problem} without a terminal, and where what was typed cannot be kept; it says where that is
 */
export async function editConfig(): Promise<number> {
  if (!hasTerminal())
    throw new Problem(
      'An editor needs a terminal, and there is none here.',
      'Set one setting at a time: handoff-wizard config set SETTING VALUE',
    );
  const home = storeHome();
  const {fields, name} = await editSettings(home);
  if (fields.length === 0) print('Nothing was changed.');
  for (const field of fields) print((await settingLines(home, field)).join('\n'));
  if (name) print(nameLines(name, readSettings(home).name ?? '').join('\n'));
  return exitCodes.good;
}
