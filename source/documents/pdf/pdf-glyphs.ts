import type {Family, Fonts} from './fonts.ts';

/** Text that one font has all glyphs for. */
export interface GlyphRun {
  readonly text: string;
  readonly font: Family;
}

/** Splits text by the fonts it needs; what is preferred is used wherever it has the glyph. */
export type SplitGlyphs = (text: string, preferred: Family) => GlyphRun[];

/** What no font draws and nobody sees: joiners, variation selectors, soft hyphens. */
const invisible = /^\p{Default_Ignorable_Code_Point}$/u;

/** Text that every one of the program's fonts has. */
const plain = /^[ -~\n\u00A0-\u00AC\u00AE-\u00FF]*$/u;

/** What stands for a character that no font has: `[U+1F600]`. */
export function placeholder(codePoint: number): string {
  return `[U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}]`;
}

/** The characters of a text that none of the fonts has, and that a reader would see. */
export function missingCharacters(text: string, fonts: Fonts): Set<number> {
  const missing = new Set<number>();
  if (plain.test(text)) return missing;
  const all = [...fonts.values()];
  for (const character of new Set(text.replaceAll(/[ -~\n\u00A0-\u024F]+/gu, ''))) {
    const codePoint = character.codePointAt(0) ?? 0;
    const isThere = all.some(({characters}) => characters.has(codePoint));
    if (!isThere && !invisible.test(character)) missing.add(codePoint);
  }
  return missing;
}

export function glyphSplitter(fonts: Fonts): SplitGlyphs {
  const families = [...fonts.keys()];
  const orders = new Map(
    families.map((family) => [family, [family, ...families.filter((other) => other !== family)]]),
  );
  return (text, preferred) => {
    if (plain.test(text)) return [{text, font: preferred}];
    const order = orders.get(preferred) ?? families;
    const runs: {text: string; font: Family}[] = [];
    for (const character of text) {
      const codePoint = character.codePointAt(0) ?? 0;
      const font = order.find((family) => fonts.get(family)?.characters.has(codePoint));
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

/** How wide a text is in a font, in parts of its size. */
export type MeasureText = (text: string, preferred: Family) => number;

export function textMeasure(fonts: Fonts, split: SplitGlyphs): MeasureText {
  return (text, preferred) => {
    let width = 0;
    for (const run of split(text, preferred)) {
      const characters = fonts.get(run.font)?.characters;
      for (const character of run.text)
        width += characters?.advance(character.codePointAt(0) ?? 0) ?? 0;
    }
    return width;
  };
}
