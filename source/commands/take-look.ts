import {Problem} from '../problem.ts';
import {settingNow} from '../store/settings/chosen-setting.ts';
import {storeHome} from '../store/store-home.ts';

/**
 * Puts what the settings say of the look where what draws reads it, once: in the environment, under the
 * names that it and Ink have for it.
 *
 * @throws {Problem} where a variable says what is no value, and where the settings cannot be read; where
 *   something else matters more, the look is as is usual then
 */
export function takeLook({isLenient = false}: {readonly isLenient?: boolean} = {}): void {
  try {
    takeFrom(storeHome());
  } catch (error) {
    if (!isLenient || !(error instanceof Problem)) throw error;
  }
}

function takeFrom(home: string): void {
  process.env['INK_SCREEN_READER'] = String(settingNow(home, 'screenReader') ?? false);
  const theme = settingNow(home, 'theme');
  const isPlain = settingNow(home, 'plainSigns');
  if (theme !== undefined) process.env['HANDOFF_WIZARD_THEME'] = theme;
  if (isPlain !== undefined) process.env['HANDOFF_WIZARD_PLAIN_SIGNS'] = isPlain ? '1' : '0';
}
