/** Colours for a dark or a light background, or none. */
export type Theme = 'dark' | 'light' | 'plain';

export const themes: readonly Theme[] = ['dark', 'light', 'plain'];

type Environment = Readonly<Record<string, string | undefined>>;

function isTheme(text: string | undefined): text is Theme {
  return themes.some((theme) => theme === text);
}

/**
 * The theme that `HANDOFF_WIZARD_THEME` names; else what the terminal says of its background in
 * `COLORFGBG`, as rxvt, Konsole and others do; else dark.
 */
export function themeOf(env: Environment): Theme {
  const named = env['HANDOFF_WIZARD_THEME'];
  if (isTheme(named)) return named;
  const background = env['COLORFGBG']?.split(';').at(-1);
  return background === '7' || background === '15' ? 'light' : 'dark';
}

/**
 * Whether signs are letters of ASCII: where `HANDOFF_WIZARD_PLAIN_SIGNS` says so, on the Linux
 * console, which has no glyphs beyond its 512, and in a locale that is not UTF-8.
 */
export function hasPlainSigns(env: Environment): boolean {
  const said = env['HANDOFF_WIZARD_PLAIN_SIGNS'];
  if (said && said !== 'auto') return said !== '0' && said !== 'false';
  const locale = [env['LC_ALL'], env['LC_CTYPE'], env['LANG']].find(Boolean);
  return env['TERM'] === 'linux' || (locale !== undefined && !/utf-?8/i.test(locale));
}
