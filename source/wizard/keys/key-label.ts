import {glyphs} from '../theme/glyphs.ts';

const shown: Readonly<Record<string, string>> = {
  enter: glyphs.enter,
  escape: 'Esc',
  space: 'Space',
  up: glyphs.up,
  down: glyphs.down,
  left: '←',
  right: '→',
  tab: 'Tab',
  'shift+tab': 'Shift+Tab',
  pageup: 'PgUp',
  pagedown: 'PgDn',
  home: 'Home',
  end: 'End',
};

/** A key as people read it, such as `Ctrl+X`. */
export function keyLabel(key: string): string {
  return (
    shown[key] ?? key.replace(/^ctrl\+(.)/, (_, letter: string) => `Ctrl+${letter.toUpperCase()}`)
  );
}
