import type {TextProps} from 'ink';
import {themeOf} from './chosen-look.ts';
import {paletteFor, type Palette} from './palette.ts';

type Style = Pick<TextProps, 'color' | 'bold' | 'italic' | 'inverse' | 'underline'>;

const {stdout} = process;
const depth = stdout.isTTY ? stdout.getColorDepth() : 8;
const palette = paletteFor(themeOf(process.env), depth);

function colored(name: keyof Palette): Style {
  const color = palette[name];
  return color === undefined ? {} : {color};
}

/** What a text means. Screens name the meaning; only this table and its palette know colours. */
export const tokens = {
  plain: {},
  strong: {bold: true},
  emphasis: {italic: true},
  muted: colored('muted'),
  heading: {bold: true, ...colored('accent')},
  accent: colored('accent'),
  selected: {bold: true, ...colored('accent')},
  success: colored('success'),
  warning: colored('warning'),
  danger: colored('danger'),
  dangerStrong: {bold: true, ...colored('danger')},
  inverse: {inverse: true},
} satisfies Record<string, Style>;

export type Token = keyof typeof tokens;
