import type {Nodes, PhrasingContent, TableCell} from 'mdast';
import {sliceWithAddresses} from '../../markdown/excerpt.ts';
import {htmlText} from '../../markdown/html-text.ts';
import {plainText} from '../../markdown/inline-text.ts';
import type {Blocks} from '../../markdown/parse-blocks.ts';

/** A cell of a table: the words of its first line, and what stands below as Markdown. */
export interface Cell {
  readonly nodes: readonly PhrasingContent[];
  /** The first line, where the cell has several. */
  readonly line: readonly PhrasingContent[];
  readonly text: string;
  readonly below: string;
  readonly markdown: string;
}

const opensSummary = /^<summary\b/iu;
const closesSummary = /^<\/summary/iu;
const breaks = /^<(?:br|p|li|\/p|ul|div)\b/iu;

function isHtml(node: Nodes, pattern: RegExp): boolean {
  return node.type === 'html' && pattern.test(node.value);
}

/** Where the first line of a cell begins and ends: its summary, else all up to a break. */
function firstLine(nodes: readonly PhrasingContent[]): readonly [start: number, end: number] {
  const opened = nodes.findIndex((node) => isHtml(node, opensSummary));
  if (opened !== -1) {
    const closed = nodes.findIndex((node) => isHtml(node, closesSummary));
    return [opened + 1, closed === -1 ? nodes.length : closed];
  }
  const begins = nodes.findIndex((node) => plainText([node]) !== '');
  const end = nodes.findIndex((node, at) => at > begins && isHtml(node, breaks));
  return [Math.max(0, begins), end === -1 ? nodes.length : end];
}

export function readCell(cell: TableCell | undefined, blocks: Blocks): Cell {
  const nodes = cell?.children ?? [];
  const [start, end] = firstLine(nodes);
  const line = nodes.slice(start, end);
  return {
    nodes,
    line,
    text: plainText(line),
    below: htmlText(sliceWithAddresses(blocks, nodes.slice(end))),
    markdown: htmlText(sliceWithAddresses(blocks, nodes)).replaceAll('\n', ' '),
  };
}

/** Whether a cell is bold from end to end. */
export function isBold({nodes}: Cell): boolean {
  const told = nodes.filter((node) => plainText([node]) !== '');
  return told.length > 0 && told.every(({type}) => type === 'strong');
}
