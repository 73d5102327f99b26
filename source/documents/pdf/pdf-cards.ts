import {colors, tableSize} from './look.ts';
import type {PdfNode} from './nodes.ts';
import {textRuns, type PdfContext} from './pdf-inline.ts';

const labelWidth = 84;
const gap = 8;
/** Values of a card from which they stand in two columns. */
const manyValues = 13;

/** Lines up to which a card is not broken over two pages. */
const wholeCard = 10;

type Card = (column: number, room: number) => PdfNode;

function label(text: string, context: PdfContext): PdfNode {
  return {text: textRuns(text, {color: colors.soft, fontSize: tableSize}, context)};
}

/**
 * The rows of a table that is wider than a page: each value with the name of its column before it,
 * so that nothing is cut and nothing is too small to read.
 */
export function toCards(
  headers: readonly string[],
  cards: readonly Card[],
  context: PdfContext,
  width: number,
): PdfNode {
  const sides = headers.length >= manyValues ? 2 : 1;
  const lines = Math.ceil(headers.length / sides);
  const room = width / sides - labelWidth - 2 * gap;
  const widths = Array.from({length: sides}, () => [labelWidth, room]).flat();
  const toCard = (card: Card): PdfNode => ({
    table: {
      widths,
      body: Array.from({length: lines}, (_, line) =>
        Array.from({length: sides}, (_, side): readonly PdfNode[] => {
          const column = side * lines + line;
          const header = headers[column];
          if (header === undefined) return [{text: ''}, {text: ''}];
          return [label(header, context), card(column, room)];
        }).flat(),
      ),
    },
    layout: {
      hLineWidth: (row) => (row === 0 ? 1 : 0),
      vLineWidth: () => 0,
      hLineColor: () => colors.rule,
      paddingLeft: () => 0,
      paddingRight: () => gap,
      paddingTop: (row) => (row === 0 ? 4 : 1),
      paddingBottom: () => 1,
    },
    margin: [0, 0, 0, 8],
  });
  const stack = cards.map((card): PdfNode => ({
    stack: [toCard(card)],
    unbreakable: lines <= wholeCard,
  }));
  return {stack, margin: [0, 2, 0, 10]};
}
