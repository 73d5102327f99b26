import {Problem} from '../../problem.ts';
import {readSettings, updateSettings, type Settings} from '../../store/settings/settings.ts';
import {storeHome} from '../../store/store-home.ts';
import {print} from '../print.ts';

const themes = ['dark', 'light', 'plain'] as const;

/** The look as it is set, in lines. */
export function lookLines({theme, plainSigns}: Settings): readonly string[] {
  const signs = plainSigns === undefined ? 'as the locale says' : plainSigns ? 'on' : 'off';
  return [`Theme: ${theme ?? 'as the terminal says, else dark'}`, `Plain signs: ${signs}`];
}

/**
 * Sets the colours of the wizard; `auto` leaves them to the terminal.
 *
 * @throws {Problem} for what is no theme; nothing changes.
 */
export async function setTheme(text: string): Promise<number> {
  const theme = themes.find((one) => one === text);
  if (theme === undefined && text !== 'auto')
    throw new Problem(`"${text}" is no theme.`, `There are ${themes.join(', ')} and auto.`);
  return keep(({theme: _, ...rest}) => ({...rest, ...(theme ? {theme} : {})}));
}

/**
 * Sets whether signs are ASCII; `auto` leaves it to the locale.
 *
 * @throws {Problem} for anything but on, off and auto; nothing changes.
 */
export async function setPlainSigns(text: string): Promise<number> {
  if (!['on', 'off', 'auto'].includes(text))
    throw new Problem(`Plain signs are not "${text}".`, 'They are on, off or auto.');
  return keep(({plainSigns: _, ...rest}) => ({
    ...rest,
    ...(text === 'auto' ? {} : {plainSigns: text === 'on'}),
  }));
}

async function keep(change: (settings: Settings) => Settings): Promise<number> {
  const home = storeHome();
  await updateSettings(home, change);
  print(lookLines(readSettings(home)).join('\n'));
  return 0;
}
