import type {
  Blockquote,
  BlockContent,
  DefinitionContent,
  List,
  ListItem,
  Paragraph,
  RootContent,
} from 'mdast';
import {toString} from 'mdast-util-to-string';
import {calloutOf} from '../markdown/callout.ts';
import {toCodeBox} from './pdf-code.ts';
import {textRuns, toRuns, type PdfContext} from './pdf-inline.ts';
import {toText} from './long-text.ts';
import {colors, contentWidth, textSize} from './look.ts';
import type {PdfNode, PdfStyle} from './nodes.ts';
import {toPdfTable} from './pdf-table.ts';
import {directionOf} from './right-to-left.ts';

/** What an entry of a list or a quotation is moved in by. */
const indent = 14;

/** Text that runs leftwards begins at the right. */
function sideOf(node: Paragraph): PdfStyle {
  return directionOf(toString(node)) === 'right' ? {alignment: 'right'} : {};
}

function toEntry(item: ListItem, isLoose: boolean, context: PdfContext, width: number): PdfNode {
  const blocks = item.children.flatMap((node): PdfNode[] =>
    node.type === 'paragraph' && !isLoose
      ? [toText(toRuns(node.children, {}, context), {...sideOf(node), margin: [0, 0, 0, 2]})]
      : toBlocks([node], context, width - indent),
  );
  if (typeof item.checked !== 'boolean') return {stack: blocks};
  const box = textRuns(item.checked ? '☑' : '☐', {}, context);
  return {columns: [{text: box, width: 14}, {stack: blocks}]};
}

function toList(list: List, context: PdfContext, width: number): PdfNode {
  const isLoose = list.spread === true || list.children.some(({spread}) => spread);
  const entries = list.children.map((item) => toEntry(item, isLoose, context, width));
  const margin = [0, 0, 0, 6] as const;
  if (list.ordered) return {ol: entries, start: list.start ?? 1, margin};
  const isOfTasks = list.children.every(({checked}) => typeof checked === 'boolean');
  return {ul: entries, margin, markerColor: colors.soft, ...(isOfTasks ? {type: 'none'} : {})};
}

/** A warning is framed, so that nobody reads past it. */
function toCaution(quote: Blockquote, context: PdfContext, width: number): PdfNode {
  return {
    table: {
      widths: ['*'],
      dontBreakRows: true,
      body: [[{stack: toBlocks(quote.children, context, width - indent)}]],
    },
    layout: {
      hLineWidth: () => 1,
      vLineWidth: (column) => (column === 0 ? 5 : 1),
      hLineColor: () => colors.bad,
      vLineColor: () => colors.bad,
      paddingLeft: () => indent - 4,
      paddingRight: () => 8,
      paddingTop: () => 6,
      paddingBottom: () => 0,
    },
    margin: [2, 2, 0, 8],
  };
}

function toQuote(quote: Blockquote, context: PdfContext, width: number): PdfNode {
  return {
    table: {widths: ['*'], body: [[{stack: toBlocks(quote.children, context, width - indent)}]]},
    layout: {
      hLineWidth: () => 0,
      vLineWidth: (column) => (column === 0 ? 2 : 0),
      vLineColor: () => colors.rule,
      paddingLeft: () => indent - 4,
      paddingRight: () => 0,
      paddingTop: () => 0,
      paddingBottom: () => 0,
    },
    color: colors.soft,
    margin: [2, 2, 0, 8],
  };
}

function toBlock(
  node: RootContent | BlockContent | DefinitionContent,
  context: PdfContext,
  width: number,
): PdfNode[] {
  switch (node.type) {
    case 'paragraph':
      return [toText(toRuns(node.children, {}, context), {...sideOf(node), margin: [0, 0, 0, 6]})];
    case 'heading': {
      const style = {bold: true, fontSize: textSize};
      return [toText(toRuns(node.children, style, context), {margin: [0, 4, 0, 3]})];
    }
    case 'list':
      return [toList(node, context, width)];
    case 'blockquote': {
      const callout = calloutOf(node);
      return [callout ? toCaution(callout, context, width) : toQuote(node, context, width)];
    }
    case 'code':
      return [toCodeBox(node.value, context)];
    case 'table':
      return [toPdfTable(node, context, width)];
    case 'thematicBreak': {
      const line = {
        type: 'line',
        x1: 0,
        y1: 0,
        x2: width,
        y2: 0,
        lineWidth: 0.5,
        lineColor: colors.rule,
      } as const;
      return [{canvas: [line], margin: [0, 6, 0, 10]}];
    }
    default:
      return [];
  }
}

/** The blocks of a section, an entry or a quotation, one below the other. */
export function toBlocks(
  nodes: readonly (RootContent | BlockContent | DefinitionContent)[],
  context: PdfContext,
  width = contentWidth,
): PdfNode[] {
  return nodes.flatMap((node) => toBlock(node, context, width));
}
