import stringWidth from 'string-width';

/** Wider cells stick out rather than push every other row apart. */
const widestColumn = 48;

function cellsOf(row: string): string[] {
  const cells = [''];
  for (const [part] of row.matchAll(/\\.|[^\\]/gsu))
    if (part === '|') cells.push('');
    else cells[cells.length - 1] += part;
  // What stands outside the outer pipes is no cell.
  return cells.slice(1, -1).map((cell) => cell.trim());
}

function isDelimiter(cells: readonly string[]): boolean {
  return cells.every((cell) => /^:?-+:?$/u.test(cell));
}

/** Columns of a terminal; a text that must be too wide is not measured. */
function widthOf(cell: string): number {
  return cell.length > 4 * widestColumn ? Infinity : stringWidth(cell);
}

function padCell(cell: string, width: number, isRight: boolean): string {
  const gap = ' '.repeat(Math.max(0, width - widthOf(cell)));
  return isRight ? gap + cell : cell + gap;
}

function delimiterCell(cell: string, width: number): string {
  const start = cell.startsWith(':') ? ':' : '-';
  const end = cell.endsWith(':') ? ':' : '-';
  return start + '-'.repeat(Math.max(1, width - 2)) + end;
}

function toRow(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

/**
 * The rows of one Markdown table with their columns brought into line. Lines that are no row, such
 * as the empty ones a loop leaves behind, are dropped.
 */
export function alignTable(text: string): string {
  const rows = text
    .split('\n')
    .filter((line) => line.trim().startsWith('|'))
    .map((line) => cellsOf(line.trim()));
  const delimiters = rows[1] ?? [];
  const widths = delimiters.map((_, column) => {
    const cells = rows.filter((row) => row !== delimiters).map((row) => row[column] ?? '');
    const fitting = cells.map(widthOf).filter((width) => width <= widestColumn);
    return Math.max(3, ...fitting);
  });
  return rows
    .map((row) =>
      row === delimiters && isDelimiter(row)
        ? toRow(row.map((cell, column) => delimiterCell(cell, widths[column] ?? 3)))
        : toRow(
            widths.map((width, column) =>
              padCell(row[column] ?? '', width, /[^:]:$/u.test(delimiters[column] ?? '')),
            ),
          ),
    )
    .join('\n');
}
