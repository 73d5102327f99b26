import stringWidth from 'string-width';

/**
 * Hundredths of the font size that letters take: the wider of DejaVu Sans and Roboto, from their
 * own tables. The fonts of other systems are narrower, so what fits by these fits everywhere.
 */
const widths: readonly (readonly [number, string])[] = [
  [28, "'ijl"],
  [32, ' ,.I'],
  [37, ':;|f-'],
  [42, '()[]tr!/\\'],
  [50, '"*_`'],
  [56, 'szcLJ?'],
  [60, 'Fkvxy'],
  [64, 'TYaeoP$0123456789ESbdghnpqu{}'],
  [70, 'KABVXZCR'],
  [79, 'UNH&DGOQ'],
  [88, 'w#+<=>^~M'],
  [100, '%mW@'],
];

const byLetter = new Map(
  widths.flatMap(([width, letters]) => Array.from(letters, (letter) => [letter, width] as const)),
);

const graphemes = new Intl.Segmenter(undefined, {granularity: 'grapheme'});

/** What a person takes for one letter each. */
export function lettersOf(text: string): string[] {
  if (/^[ -~]*$/u.test(text)) return Array.from(text);
  return Array.from(graphemes.segment(text), ({segment}) => segment);
}

/** No font is known for them, so this is a bound: accents take nothing, capitals most. */
function strangeWidth(letter: string): number {
  if (/\p{Extended_Pictographic}|\p{Regional_Indicator}/u.test(letter)) return 130;
  if (stringWidth(letter) > 1) return 105;
  const shown = Array.from(letter).filter((point) => !/[\p{Mn}\p{Cf}]/u.test(point));
  return shown.reduce(
    (sum, point) => sum + (byLetter.get(point) ?? (/\p{Lu}/u.test(point) ? 95 : 85)),
    0,
  );
}

/** A bound of the width of a line in the unit of `size`, in whatever font shows it. */
export function textWidth(text: string, size: number): number {
  const hundredths = lettersOf(text).reduce(
    (sum, letter) => sum + (byLetter.get(letter) ?? strangeWidth(letter)),
    0,
  );
  return (hundredths * size) / 100;
}
