/** A font as the library that lays out documents has it, and how it has drawn words so far. */
interface OpenedFont {
  font: {
    readonly characterSet: readonly number[];
    readonly glyphForCodePoint: (codePoint: number) => unknown;
    readonly createSubset: () => unknown;
  };
  subset: unknown;
  layoutCache?: unknown;
}

interface FontProvider {
  provideFont: (this: unknown, family: string, bold: boolean, italics: boolean) => OpenedFont;
  getFontFile: (family: string, bold: boolean, italics: boolean) => unknown;
}

/**
 * A shape that two characters have, such as Ω and the sign for ohm, is read back from a file as the
 * one that asked for it first. It is always the plain one, whichever document comes first.
 */
function settleShapes({font}: OpenedFont): void {
  for (const codePoint of font.characterSet) {
    const character = String.fromCodePoint(codePoint);
    if (character.normalize('NFKC') === character) font.glyphForCodePoint(codePoint);
  }
}

async function shareEachFont(): Promise<void> {
  // Its parts are CommonJS, so what they export is behind two defaults.
  const {default: parts} = await import('pdfmake/js/PDFDocument.js');
  const prototype = parts.default.prototype as FontProvider;
  const {provideFont} = prototype;
  const opened = new Map<string, OpenedFont>();
  const seen = new WeakSet<OpenedFont>();
  prototype.provideFont = function provideShared(family, bold, italics) {
    const font = provideFont.call(this, family, bold, italics);
    if (seen.has(font)) return font;
    seen.add(font);
    const file = String((this as FontProvider).getFontFile(family, bold, italics));
    const first = opened.get(file);
    if (!first) {
      settleShapes(font);
      opened.set(file, font);
    } else {
      font.font = first.font;
      font.subset = first.font.createSubset();
      font.layoutCache = first.layoutCache;
    }
    return font;
  };
}

let shared: Promise<void> | undefined;

/**
 * pdfmake reads each font and lays out each word of it anew for every document. The documents of a
 * set have fonts and words in common, so a font is read once: every document takes its own part of
 * it for the file. There is no public way to give pdfmake a font that is open.
 */
export function shareFonts(): Promise<void> {
  shared ??= shareEachFont();
  return shared;
}
