import type {Coverage, Family} from './fonts.ts';

/** Text that one font has all glyphs for. */
export interface GlyphRun {
  readonly text: string;
  readonly font: Family;
}

/** Splits text by the fonts it needs; what is preferred is used wherever it has the glyph. */
export type SplitGlyphs = (text: string, preferred: Family) => GlyphRun[];

/** What no font draws and nobody sees: joiners, variation selectors, soft hyphens. */
const invisible = /^\p{Default_Ignorable_Code_Point}$/u;

const fallbacks: Readonly<Record<Family, readonly Family[]>> = {
  Text: ['Text', 'Signs', 'Mono'],
  Mono: ['Mono', 'Signs', 'Text'],
  Signs: ['Signs', 'Text', 'Mono'],
};

/** What stands for a character that no embedded font has: `[U+1F600]`. */
export function placeholder(codePoint: number): string {
  return `[U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}]`;
}

export function glyphSplitter(coverage: Coverage): SplitGlyphs {
  return (text, preferred) => {
    if (/^[ -~\n\u00A0-\u00AC\u00AE-\u00FF]*$/u.test(text)) return [{text, font: preferred}];
    const runs: {text: string; font: Family}[] = [];
    for (const character of text) {
      const codePoint = character.codePointAt(0) ?? 0;
      const font = fallbacks[preferred].find((family) => coverage[family](codePoint));
      const isLine = character === '\n';
      if (!font && !isLine && invisible.test(character)) continue;
      const next = font || isLine ? character : placeholder(codePoint);
      const last = runs.at(-1);
      const family = isLine ? (last?.font ?? preferred) : (font ?? preferred);
      if (last?.font === family) last.text += next;
      else runs.push({text: next, font: family});
    }
    return runs;
  };
}
