import type {PhrasingContent, Table, TableCell, TableRow} from 'mdast';
import {toString} from 'mdast-util-to-string';
import {isStateColumn, toneOf} from '../markdown/outcome-words.ts';
import {leastWidth, measureColumns, type Column} from '../tables/measure-columns.ts';
import {toRuns, type PdfContext} from './pdf-inline.ts';
import {keepRuns} from './keep-runs.ts';
import {toText} from './long-text.ts';
import {colors, contentWidth, tableSize} from './look.ts';
import type {PdfLayout, PdfNode, PdfStyle} from './nodes.ts';
import {toCards} from './pdf-cards.ts';
import {directionOf} from './right-to-left.ts';

const gap = 10;
/** Bold letters are wider, and what is measured letter by letter is not quite what is drawn. */
const allowance = 1.07;
/** Small and still easy to read on paper; beyond that a table becomes cards. */
const smallSize = 7.6;
/** Points that a column of sentences is given at least. */
const comfortable = 84;
/** Characters of a row up to which it is not broken over two pages. */
const shortRow = 1500;

export const tableLayout: PdfLayout = {
  hLineWidth: (row) => (row === 0 ? 0 : row === 1 ? 1 : 0.5),
  vLineWidth: () => 0,
  hLineColor: () => colors.rule,
  paddingLeft: () => 0,
  paddingRight: (column, {table}) => (column === table.widths.length - 1 ? 0 : gap),
  paddingTop: () => 3.2,
  paddingBottom: () => 2.6,
};

/** The text of a cell, its lines apart. */
function linesOf(nodes: readonly PhrasingContent[]): string {
  return nodes
    .map((node) => {
      if (node.type === 'break') return '\n';
      return 'children' in node ? linesOf(node.children) : toString(node);
    })
    .join('');
}

function hasCode(cell: TableCell | undefined): boolean {
  return cell?.children.some(({type}) => type === 'inlineCode') ?? false;
}

/** Widths that give each column what it needs and share the rest by how much there is to say. */
function shareWidth(columns: readonly Column[], width: number): number[] {
  const least = columns.reduce((sum, column) => sum + column.least, 0);
  // A text of several lines is read best in a wide column, but it does not starve its neighbours.
  const wishes = columns.map((column) => Math.min(column.wanted, width * 0.7) - column.least);
  const wished = wishes.reduce((sum, wish) => sum + wish, 0);
  const rest = width - least;
  if (wished <= 0) return columns.map((column) => column.least + rest / columns.length);
  if (wished <= rest)
    return columns.map(
      (column, index) => column.least + (wishes[index] ?? 0) + (rest - wished) / columns.length,
    );
  return columns.map((column, index) => column.least + ((wishes[index] ?? 0) / wished) * rest);
}

function cellStyle(cell: TableCell, header: string, isHead: boolean): PdfStyle {
  if (isHead) return {bold: true, color: colors.soft};
  const tone = isStateColumn(header) ? toneOf(toString(cell)) : undefined;
  return tone ? {bold: true, color: colors[tone]} : {};
}

const noCell: TableCell = {type: 'tableCell', children: []};

/**
 * A table as wide as the text, with its head repeated on every page it reaches. Columns are as wide
 * as their words; where there is no room for them in small type either, each row is a card.
 */
export function toPdfTable(table: Table, context: PdfContext, width = contentWidth): PdfNode {
  const texts = table.children.map(({children}) => children.map((cell) => linesOf(cell.children)));
  const headers = (texts[0] ?? []).map((text) => text.replaceAll('\n', ' '));
  const isOfCode = headers.map((_, column) =>
    table.children.some(({children}) => hasCode(children[column])),
  );
  const measured = (size: number) =>
    measureColumns(texts, {
      widthOf: (text, column) => {
        const inText = context.measure(text, 'Text');
        const inCode = isOfCode[column] ? 0.88 * context.measure(text, 'Mono') : 0;
        return Math.max(inText, inCode) * size * allowance;
      },
      gap,
      room: width + gap,
      comfortable,
    });
  const fits = (columns: readonly Column[]) => leastWidth(columns, gap) <= width + gap;
  let fontSize = tableSize;
  let columns = measured(fontSize);
  if (!fits(columns)) {
    fontSize = smallSize;
    columns = measured(fontSize);
  }
  const toCell = (row: TableRow, column: number, isHead: boolean, room: number): PdfNode => {
    const cell = row.children[column] ?? noCell;
    const style = {...cellStyle(cell, headers[column] ?? '', isHead), fontSize};
    const aligned = table.align?.[column];
    const alignment = aligned ?? directionOf(toString(cell));
    const runs = keepRuns(toRuns(cell.children, style, context), room, context.measure);
    return toText(runs, {fontSize, alignment});
  };
  const [head, ...rows] = table.children;
  if (!fits(columns) && head) {
    fontSize = tableSize;
    return toCards(
      headers,
      rows.map((row) => (column: number, room: number) => toCell(row, column, false, room)),
      context,
      width,
    );
  }
  const widths = shareWidth(columns, width - gap * (columns.length - 1)).map((share) =>
    Math.max(4, share),
  );
  const body = table.children.map((row, index) =>
    headers.map((_, column) => toCell(row, column, index === 0, widths[column] ?? 0)),
  );
  const isShort = (row: readonly string[]) => row.join('').length <= shortRow;
  // What is kept together and higher than a page would lose what is beyond it.
  const isKept = body.length > 1 && texts.slice(0, 2).every(isShort);
  return {
    table: {
      widths,
      headerRows: 1,
      keepWithHeaderRows: isKept ? 1 : 0,
      dontBreakRows: texts.every(isShort),
      body,
    },
    layout: tableLayout,
    margin: [0, 2, 0, 10],
  };
}

/** Points for the names of what is said of a document. */
const factWidth = 110;

/** The table that says what a document is, without a head of its own. */
export function toFactsTable(table: Table, context: PdfContext): PdfNode {
  const rows = table.children
    .slice(1)
    .map(({children: [name, value]}) => [
      toText(toRuns(name?.children ?? [], {color: colors.soft}, context)),
      toText(toRuns(value?.children ?? [], {}, context)),
    ]);
  return {
    table: {widths: [factWidth, contentWidth - factWidth - gap], body: rows},
    layout: {...tableLayout, hLineWidth: (row) => (row === 0 ? 0 : 0.5)},
    margin: [0, 6, 0, 18],
  };
}
