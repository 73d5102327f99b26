/** A cell of a table row as it lies in the file. */
export interface RawCell {
  /** What it says, without the blanks around that. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Where the blanks around it begin and end. */
  readonly from: number;
  readonly to: number;
}

/** The cells of a row that begins in a line at some character; a pipe behind a backslash is text. */
export function cellsOf(line: string, begins: number): RawCell[] {
  const cuts: number[] = [];
  for (let at = begins; at < line.length; at += 1)
    if (line[at] === '\\') at += 1;
    else if (line[at] === '|') cuts.push(at);
  const isOpened = line.slice(begins, cuts[0]).trim() === '';
  const isClosed = line.slice((cuts.at(-1) ?? -1) + 1).trim() === '';
  const edges = [...(isOpened ? [] : [begins - 1]), ...cuts, ...(isClosed ? [] : [line.length])];
  return edges.slice(1).map((to, at) => {
    const from = (edges[at] ?? 0) + 1;
    const whole = line.slice(from, to);
    const text = whole.trim();
    const start = text === '' ? from + Math.min(1, whole.length) : from + whole.indexOf(text);
    return {text, start, end: start + text.length, from, to};
  });
}

/** A cell that is to say something else, as wide as it was where that is enough. */
export function cellEdit(line: number, {start, end, from, to}: RawCell, text: string) {
  // A row of `|a|b|` stays as tight as it is.
  const isTight = to === end && start < end;
  const before = start > from || isTight ? '' : ' ';
  const blanks = Math.max(isTight ? 0 : 1, to - start - before.length - text.length);
  return {line, start, end: to, text: `${before}${text}${' '.repeat(blanks)}`};
}
