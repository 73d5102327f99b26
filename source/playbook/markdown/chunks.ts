/** A place where a text may be cut: characters and lines before it. */
export interface Cut {
  readonly offset: number;
  readonly linesBefore: number;
}

// Parsing time grows faster than length: 256,000 characters took 25 s whole and 1 s in parts.
const enough = 2000;

const heading = /^#{1,6}(?:\s|$)/u;
const bullet = /^ ?[-*+][ \t]+\S/u;
const definition = /^[\s>]*(\[([^\]\\]+)\]:\s*\S.*)$/u;

/** The lines of a text with their line ends. */
function linesOf(text: string): Iterable<string> {
  return text.matchAll(/[^\r\n]*(?:\r\n|\r|\n|$)/gu).map(([line]) => line);
}

/**
 * The places where a block begins whatever came before, unless a code block or HTML is still open
 * there: at a heading or, once a part is long, any other text at the margin that follows a blank
 * line, or an outermost bullet. The first and the last cut are the ends of the text.
 */
export function findCuts(text: string, start: Cut): Cut[] {
  const cuts: Cut[] = [start];
  let {offset, linesBefore} = start;
  let isAfterBlank = true;
  let length = 0;
  for (const line of linesOf(text.slice(offset))) {
    const isLong = length > enough;
    const isAtMargin = heading.test(line) || (isLong && /^\S/u.test(line));
    if (length > 0 && ((isAfterBlank && isAtMargin) || (isLong && bullet.test(line)))) {
      cuts.push({offset, linesBefore});
      length = 0;
    }
    isAfterBlank = line.trim() === '';
    offset += line.length;
    linesBefore += 1;
    length += line.length;
  }
  return [...cuts, {offset, linesBefore}];
}

/** A label of a link or footnote as Markdown compares it. */
export function normalizeLabel(label: string): string {
  return label.replaceAll(/\s+/gu, ' ').trim().toLowerCase();
}

/** Lines that define links and footnotes, by label; each part of a text needs those it refers to. */
export function findDefinitions(text: string): ReadonlyMap<string, string> {
  const definitions = new Map<string, string>();
  for (const line of linesOf(text)) {
    const [, whole, label] = definition.exec(line.trimEnd()) ?? [];
    if (!whole || !label) continue;
    const key = normalizeLabel(label);
    if (!definitions.has(key)) definitions.set(key, whole);
  }
  return definitions;
}
