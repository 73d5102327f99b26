import type {Theme} from './chosen-look.ts';

/** The colours of the words that need one; none is the terminal's own. */
export interface Palette {
  readonly muted?: string;
  readonly accent?: string;
  readonly success?: string;
  readonly warning?: string;
  readonly danger?: string;
}

/**
 * Every colour stands out from its background by 4.5 to 1 at least. Of the 16 standard colours
 * terminals make what they like, so that on white few can be read: there a word and a sign tell what
 * green would. With 256 colours all terminals agree.
 *
 * @param depth bits of colour, as Node's `getColorDepth` gives them
 */
export function paletteFor(theme: Theme, depth: number): Palette {
  if (theme === 'plain') return {};
  if (depth >= 8)
    return theme === 'dark'
      ? {
          muted: '#949494',
          accent: '#00d7d7',
          success: '#00d700',
          warning: '#ffd700',
          danger: '#ff5f5f',
        }
      : {
          muted: '#626262',
          accent: '#005f87',
          success: '#005f00',
          warning: '#875f00',
          danger: '#af0000',
        };
  return theme === 'dark'
    ? {accent: 'cyan', success: 'green', warning: 'yellowBright', danger: 'redBright'}
    : {accent: 'blue', warning: 'red', danger: 'red'};
}
