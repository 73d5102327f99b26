import {expect, test} from 'vitest';
import {hasPlainSigns, themeOf, themes} from '../../../source/wizard/theme/chosen-look.ts';
import {paletteFor} from '../../../source/wizard/theme/palette.ts';

/** The standard colours in use here, as terminals draw them unless somebody changes them. */
const terminals: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'the Linux console': {
    cyan: '#00aaaa',
    green: '#00aa00',
    yellowBright: '#ffff55',
    redBright: '#ff5555',
    blue: '#0000aa',
    red: '#aa0000',
  },
  xterm: {
    cyan: '#00cdcd',
    green: '#00cd00',
    yellowBright: '#ffff00',
    redBright: '#ff0000',
    blue: '#0000ee',
    red: '#cd0000',
  },
  'GNOME Terminal': {
    cyan: '#06989a',
    green: '#4e9a06',
    yellowBright: '#fce94f',
    redBright: '#ef2929',
    blue: '#3465a4',
    red: '#cc0000',
  },
  PuTTY: {
    cyan: '#00bbbb',
    green: '#00bb00',
    yellowBright: '#ffff55',
    redBright: '#ff5555',
    blue: '#0000bb',
    red: '#bb0000',
  },
  'Windows Terminal': {
    cyan: '#3a96dd',
    green: '#13a10e',
    yellowBright: '#f9f1a5',
    redBright: '#e74856',
    blue: '#0037da',
    red: '#c50f1f',
  },
  'VS Code': {
    cyan: '#11a8cd',
    green: '#0dbc79',
    yellowBright: '#f5f543',
    redBright: '#f14c4c',
    blue: '#2472c8',
    red: '#cd3131',
  },
  'Terminal of macOS': {
    cyan: '#33bbc8',
    green: '#25bc24',
    yellowBright: '#eaec23',
    redBright: '#fc391f',
    blue: '#492ee1',
    red: '#c23621',
  },
};

/** WCAG 2.2, relative luminance. */
function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return part <= 0.040_45 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

const backgrounds = {dark: '#000000', light: '#ffffff', plain: '#000000'} as const;

test.each(Object.keys(terminals))('every colour can be read with the 16 colours of %s', (name) => {
  for (const theme of themes)
    for (const color of Object.values(paletteFor(theme, 4) as Record<string, string>))
      expect(
        contrast(terminals[name]?.[color] ?? '', backgrounds[theme]),
        `${color}, ${theme}`,
      ).toBeGreaterThanOrEqual(4.5);
});

test('every colour of 256 can be read', () => {
  for (const theme of themes)
    for (const color of Object.values(paletteFor(theme, 8) as Record<string, string>))
      expect(contrast(color, backgrounds[theme]), color).toBeGreaterThanOrEqual(4.5);
});

test.each([
  [{}, 'dark'],
  [{COLORFGBG: '0;default;15'}, 'light'],
  [{COLORFGBG: '15;0'}, 'dark'],
  [{COLORFGBG: '0;15', HANDOFF_WIZARD_THEME: 'plain'}, 'plain'],
  [{HANDOFF_WIZARD_THEME: 'mauve'}, 'dark'],
])('%o is the theme %s', (env, theme) => {
  expect(themeOf(env)).toBe(theme);
});

test.each([
  [{}, false],
  [{LANG: 'de_DE.UTF-8'}, false],
  [{LC_ALL: 'C.utf8'}, false],
  [{LC_CTYPE: 'UTF-8'}, false],
  [{LC_ALL: 'C', LANG: 'de_DE.UTF-8'}, true],
  [{LANG: 'POSIX'}, true],
  [{TERM: 'linux', LANG: 'C.UTF-8'}, true],
  [{LC_ALL: 'C', HANDOFF_WIZARD_PLAIN_SIGNS: '0'}, false],
  [{LANG: 'C.UTF-8', HANDOFF_WIZARD_PLAIN_SIGNS: '1'}, true],
])('%o has plain signs: %s', (env, isPlain) => {
  expect(hasPlainSigns(env)).toBe(isPlain);
});
