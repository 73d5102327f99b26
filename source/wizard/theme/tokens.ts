import type {TextProps} from 'ink';

type Style = Pick<TextProps, 'color' | 'dimColor' | 'bold' | 'italic' | 'inverse' | 'underline'>;

/** What a text means. Screens name the meaning; only this table knows colours. */
export const tokens = {
  plain: {},
  strong: {bold: true},
  emphasis: {italic: true},
  muted: {dimColor: true},
  heading: {bold: true, color: 'cyan'},
  accent: {color: 'cyan'},
  selected: {bold: true, color: 'cyan'},
  success: {color: 'green'},
  warning: {color: 'yellow'},
  danger: {color: 'red'},
  dangerStrong: {color: 'red', bold: true},
  inverse: {inverse: true},
} as const satisfies Record<string, Style>;

export type Token = keyof typeof tokens;
