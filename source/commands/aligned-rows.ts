import stringWidth from 'string-width';

/** A text with blanks behind it, as wide as so many cells of a terminal. */
export function padCells(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - stringWidth(text)));
}

/** The cells that the widest of some texts takes. */
export function widest(texts: readonly string[]): number {
  return Math.max(0, ...texts.map((text) => stringWidth(text)));
}

/** Rows of cells as lines with aligned columns, by what a terminal shows of each letter. */
export function tableLines(rows: readonly (readonly string[])[], indent = ''): string[] {
  const columns = Math.max(0, ...rows.map(({length}) => length));
  const widths = Array.from({length: columns}, (_, at) => widest(rows.map((row) => row[at] ?? '')));
  return rows.map((row) =>
    `${indent}${row.map((cell, at) => padCells(cell, widths[at] ?? 0)).join('  ')}`.trimEnd(),
  );
}
