// Positions in a line count UTF-16 code units and always lie between two graphemes, so that the
// cursor never stands inside a letter with its accents or inside an emoji.

const segmenter = new Intl.Segmenter(undefined, {granularity: 'grapheme'});
const wordCharacter = /[\p{L}\p{M}\p{N}_]/u;

function isPrintableAscii(code: number): boolean {
  return code >= 0x20 && code < 0x7f;
}

/** The border at `column`, or the next one when `column` lies inside a grapheme. */
export function snap(line: string, column: number): number {
  if (column <= 0) return 0;
  if (column >= line.length) return line.length;
  if (isPrintableAscii(line.charCodeAt(column)) && isPrintableAscii(line.charCodeAt(column - 1)))
    return column;
  const found = segmenter.segment(line).containing(column);
  if (found === undefined || found.index === column) return column;
  return found.index + found.segment.length;
}

/** The border after `column`; `column` itself at the end of the line. */
export function nextBorder(line: string, column: number): number {
  return column >= line.length ? line.length : snap(line, column + 1);
}

/** The border before `column`; 0 at the start of the line. */
export function previousBorder(line: string, column: number): number {
  if (column <= 1) return 0;
  if (
    isPrintableAscii(line.charCodeAt(column - 1)) &&
    isPrintableAscii(line.charCodeAt(column - 2))
  )
    return column - 1;
  return segmenter.segment(line).containing(column - 1)?.index ?? column - 1;
}

/** End of the word at or after `column`; undefined when there is none in the rest of the line. */
export function wordEnd(line: string, column: number): number | undefined {
  const start = line.slice(column).search(wordCharacter);
  if (start === -1) return undefined;
  let end = column + start;
  while (end < line.length) {
    const next = nextBorder(line, end);
    if (!wordCharacter.test(line.slice(end, next))) break;
    end = next;
  }
  return end;
}

/** Start of the word before `column`; undefined when there is none up to there. */
export function wordStart(line: string, column: number): number | undefined {
  let isInWord = false;
  let at = column;
  while (at > 0) {
    const previous = previousBorder(line, at);
    const isWord = wordCharacter.test(line.slice(previous, at));
    if (isInWord && !isWord) return at;
    isInWord ||= isWord;
    at = previous;
  }
  return isInWord ? 0 : undefined;
}
