import {emojiFonts, usualFonts, type Fonts} from './fonts.ts';
import {missingCharacters} from './pdf-glyphs.ts';
import {systemFontFolders, systemFonts} from './system-fonts.ts';

export interface FontOptions {
  /** Where fonts of the system are looked for; the folders of the platform unless given. */
  readonly fontFolders?: readonly string[] | undefined;
  /** Told the code points that no font has, which stand as `[U+XXXX]` in the document. */
  readonly onMissing?: ((codePoints: readonly number[]) => void) | undefined;
}

/** The fonts for a text: the program's own, and such of the system as have what these do not. */
export async function fontsFor(text: string, options: FontOptions): Promise<Fonts> {
  const usual = await usualFonts();
  if (missingCharacters(text, usual).size === 0) return usual;
  const own: Fonts = new Map([...usual, ...(await emojiFonts())]);
  const missing = missingCharacters(text, own);
  if (missing.size === 0) return own;
  const found = await systemFonts(missing, options.fontFolders ?? systemFontFolders());
  const all: Fonts = new Map([...own, ...found]);
  const left = missingCharacters(text, all);
  if (left.size > 0) options.onMissing?.([...left]);
  return all;
}
