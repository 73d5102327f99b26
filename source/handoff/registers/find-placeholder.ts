/** What people write where they mean to write something later. */
const placeholder =
  /(?<![\p{L}\p{N}])(?:TB[ACD]|T\.B\.[ACD]\.?|TODO|FIXME|XXX+|changeme|lorem ipsum|to be (?:added|confirmed|decided|defined|determined|done|written))(?![\p{L}\p{N}])|\?{3,}|^\s*(?:\?+|…|\.{3,})\s*$|[<[{](?:your|insert|enter|fill in)\b[^>\]}\n]{0,60}[>\]}]/iu;

/** The first placeholder in a text, as it stands there. */
export function findPlaceholder(text: string): string | undefined {
  // A code span may hold such a word rightly, as `grep TODO` does.
  const prose = text.replaceAll(/```[^]*?```|`[^`\n]*`/gu, ' ');
  return placeholder.exec(prose)?.[0];
}
