import type {Nodes, RootContent} from 'mdast';
import {toString} from 'mdast-util-to-string';
import {isDiagram} from '../diagrams/is-diagram.ts';

/** Points from the top of the text of a page to its foot. */
export const pageHeight = 718;

const lineHeight = 13;
const charactersOfLine = 100;

function linesOf(text: string, width = charactersOfLine): number {
  return text
    .split('\n')
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / width)), 0);
}

function heightOfAll(nodes: readonly Nodes[]): number {
  return nodes.reduce((sum, node) => sum + heightOf(node), 0);
}

/** Points that a block takes on a page, as far as can be told without laying it out. */
export function heightOf(block: Nodes): number {
  switch (block.type) {
    case 'heading':
      return block.depth <= 2 ? 50 : 32;
    case 'code': {
      const isDrawn: boolean = isDiagram(block);
      return isDrawn ? 250 : 22 + linesOf(block.value) * 11;
    }
    case 'table':
      return block.children.reduce((sum, {children}) => {
        const width = charactersOfLine / Math.max(1, children.length);
        const lines = children.map((cell) => linesOf(toString(cell), width));
        return sum + 8 + 11 * Math.max(1, ...lines);
      }, 12);
    case 'list':
    case 'listItem':
    case 'blockquote':
      return heightOfAll(block.children) + (block.type === 'listItem' ? 0 : 8);
    case 'paragraph':
      return 4 + lineHeight * linesOf(toString(block));
    default:
      return 7 + lineHeight * linesOf(toString(block));
  }
}

/** How many pages a document takes, by a rough reckoning. */
export function estimatePages(blocks: readonly RootContent[]): number {
  return (160 + heightOfAll(blocks)) / pageHeight;
}
