import type {Table} from 'mdast';
import {line, lineWidth, span, type Line, type Span} from '../list/line.ts';
import {glyphs} from '../theme/glyphs.ts';
import {inlineSpans} from './inline-spans.ts';
import {widthsOf, wrapSpans} from './wrap-spans.ts';

const gap = '  ';

/** A column narrower than this breaks words into crumbs. */
const narrowest = 8;

type Row = readonly (readonly Span[])[];

/** Widths of the columns; nothing where the table does not fit in any way that can be read. */
function columnWidths(rows: readonly Row[], width: number): number[] | undefined {
  const columns = rows[0]?.length ?? 0;
  const widths = Array.from({length: columns}, (_, at) =>
    Math.max(1, ...rows.map((row) => widthsOf(row[at] ?? []).whole)),
  );
  const room = width - gap.length * (columns - 1);
  const fewest = widths.reduce((sum, each) => sum + Math.min(each, narrowest), 0);
  if (fewest > room) return undefined;
  while (widths.reduce((sum, each) => sum + each, 0) > room) {
    const widest = widths.indexOf(Math.max(...widths));
    widths[widest] = (widths[widest] ?? 1) - 1;
  }
  return widths;
}

function padded(spans: Line, width: number): Line {
  return [...spans, span(' '.repeat(Math.max(0, width - lineWidth(spans))))];
}

function rowLines(row: Row, widths: readonly number[]): Line[] {
  const cells = widths.map((width, at) => wrapSpans(row[at] ?? [], width));
  const height = Math.max(...cells.map((cell) => cell.length));
  return Array.from({length: height}, (_, at) =>
    cells.flatMap((cell, column) => {
      const last = column === cells.length - 1;
      const spans = cell[at] ?? [];
      return last ? spans : [...padded(spans, widths[column] ?? 0), span(gap)];
    }),
  );
}

/** Too many columns for the screen: each row as a list of what its columns say. */
function asList(head: Row, rows: readonly Row[], width: number): Line[] {
  return rows.flatMap((row) => [
    ...row.flatMap((cell, at) => {
      const name = (head[at] ?? []).map(({text}) => text).join('');
      return wrapSpans([span(`${name}: `, 'muted'), ...cell], width);
    }),
    [],
  ]);
}

/** A table with aligned columns, its cells wrapped to what the screen has. */
export function tableLines(table: Table, width: number): Line[] {
  const [head = [], ...rows] = table.children.map((row, index) =>
    row.children.map((cell) => inlineSpans(cell.children, index === 0 ? 'strong' : 'plain')),
  );
  const widths = columnWidths([head, ...rows], width);
  if (!widths) return asList(head, rows, width);
  const total = widths.reduce((sum, each) => sum + each + gap.length, -gap.length);
  return [
    ...rowLines(head, widths),
    line(glyphs.rule.repeat(total), 'muted'),
    ...rows.flatMap((row) => rowLines(row, widths)),
  ];
}
