import type {Table, TableCell} from 'mdast';
import {toString} from 'mdast-util-to-string';
import {isStateColumn, toneOf} from '../markdown/outcome-words.ts';
import {toRuns, type PdfContext} from './pdf-inline.ts';
import {toText} from './long-text.ts';
import {colors, contentWidth, tableSize} from './look.ts';
import type {PdfLayout, PdfNode, PdfStyle} from './nodes.ts';

const gap = 10;
/** Points that a character takes at the size of tables, a little more than on average. */
const characterWidth = 4.75;
/** In a single word there is no average: "moved" and figures take more. */
const wordWidth = 5.3;

const layout: PdfLayout = {
  hLineWidth: (row) => (row === 0 ? 0 : row === 1 ? 1 : 0.5),
  vLineWidth: () => 0,
  hLineColor: () => colors.rule,
  paddingLeft: () => 0,
  paddingRight: () => gap,
  paddingTop: () => 3.2,
  paddingBottom: () => 2.6,
};

interface Needs {
  /** Points for the longest word, within bounds. */
  readonly least: number;
  /** Points for all of the longest cell on one line, within bounds. */
  readonly wanted: number;
}

function needsOf(cells: readonly string[]): Needs {
  const words = cells.flatMap((cell) => cell.split(/\s+/u));
  const word = Math.max(1, ...words.map((word) => Math.min(word.length, 16)));
  const line = Math.max(1, ...cells.map((cell) => Math.min(cell.length, 70)));
  return {
    least: word * wordWidth + gap,
    wanted: Math.max(word * wordWidth, line * characterWidth) + gap,
  };
}

/** Widths that give each column its longest word and share the rest by how much there is to say. */
function shareWidth(needs: readonly Needs[], width: number): number[] {
  const total = (key: keyof Needs) => needs.reduce((sum, need) => sum + need[key], 0);
  const [least, wanted] = [total('least'), total('wanted')];
  if (least >= width) return needs.map((need) => (need.least / least) * width);
  if (wanted <= width) return needs.map((need) => (need.wanted / wanted) * width);
  const share = (width - least) / (wanted - least);
  return needs.map((need) => need.least + (need.wanted - need.least) * share);
}

function cellStyle(cell: TableCell, header: string, isHead: boolean): PdfStyle {
  if (isHead) return {bold: true, color: colors.soft};
  const tone = isStateColumn(header) ? toneOf(toString(cell)) : undefined;
  return tone ? {bold: true, color: colors[tone]} : {};
}

/** A table as wide as the text, with its head repeated on every page it reaches. */
export function toPdfTable(table: Table, context: PdfContext, width = contentWidth): PdfNode {
  const texts = table.children.map((row) => row.children.map((cell) => toString(cell)));
  const headers = texts[0] ?? [];
  const needs = headers.map((_, column) => needsOf(texts.map((row) => row[column] ?? '')));
  const body = table.children.map((row, index) =>
    headers.map((header, column): PdfNode => {
      const cell = row.children[column] ?? {type: 'tableCell' as const, children: []};
      const style = {...cellStyle(cell, header, index === 0), fontSize: tableSize};
      const alignment = table.align?.[column] ?? 'left';
      return toText(toRuns(cell.children, style, context), {fontSize: tableSize, alignment});
    }),
  );
  return {
    table: {
      widths: shareWidth(needs, width).map((share) => Math.max(4, share - gap)),
      headerRows: 1,
      keepWithHeaderRows: body.length > 1 ? 1 : 0,
      body,
    },
    layout,
    margin: [0, 2, 0, 10],
  };
}

/** The table that says what a document is, without a head of its own. */
export function toFactsTable(table: Table, context: PdfContext): PdfNode {
  const rows = table.children
    .slice(1)
    .map(({children: [name, value]}) => [
      toText(toRuns(name?.children ?? [], {color: colors.soft}, context)),
      toText(toRuns(value?.children ?? [], {}, context)),
    ]);
  return {
    table: {widths: [110, '*'], body: rows},
    layout: {...layout, hLineWidth: (row) => (row === 0 ? 0 : 0.5)},
    margin: [0, 6, 0, 18],
  };
}
