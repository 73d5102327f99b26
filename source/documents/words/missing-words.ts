/** Scripts by the package of Debian and its kin that has a font for them. */
const packages: readonly (readonly [pattern: RegExp, name: string])[] = [
  [
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\u3000-\u303F\uFF00-\uFFEF]/u,
    'fonts-noto-cjk',
  ],
  [/\p{Emoji_Presentation}|\p{So}/u, 'fonts-symbola'],
  [/[\p{L}\p{M}\p{N}\p{P}\p{S}]/u, 'fonts-noto-core'],
];

/** More are counted, not shown. */
const mostShown = 12;

/**
 * What to tell of characters that no font had when a PDF was written, with what helps; nothing where
 * there were none.
 *
 * @param codePoints Each once.
 */
export function missingWords(codePoints: readonly number[]): string | undefined {
  if (codePoints.length === 0) return undefined;
  const sorted = codePoints.toSorted((a, b) => a - b);
  const signs = sorted.map((codePoint) => String.fromCodePoint(codePoint));
  const shown = signs
    .slice(0, mostShown)
    .map((sign) => (/\p{Co}|\p{Cn}|\p{M}/u.test(sign) ? `U+${hex(sign)}` : sign));
  const more = signs.length > mostShown ? ` and ${signs.length - mostShown} more` : '';
  const names = new Set(
    signs.flatMap((sign) => packages.find(([pattern]) => pattern.test(sign))?.[1] ?? []),
  );
  const todo =
    names.size > 0
      ? ` Install fonts that have them, on Debian and Ubuntu ${[...names].join(' and ')}, and write again.`
      : ' They belong to no script, so take them out of the texts.';
  return `No font has ${shown.join(' ')}${more}, so the PDFs show codes such as [U+${hex(signs[0] ?? '')}].${todo}`;
}

function hex(sign: string): string {
  return (sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
}
