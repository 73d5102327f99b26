import type {RootContent} from 'mdast';
import {toString} from 'mdast-util-to-string';
import {isDiagram} from '../diagrams/is-diagram.ts';

/** Points from the top of the text of a page to its foot. */
const pageHeight = 718;
const lineHeight = 13.5;
const charactersOfLine = 100;

function linesOf(text: string, width = charactersOfLine): number {
  return text
    .split('\n')
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / width)), 0);
}

/** Points that a block takes on a page, as far as can be told without laying it out. */
function heightOf(block: RootContent): number {
  const isDrawn: boolean = isDiagram(block);
  switch (block.type) {
    case 'heading':
      return block.depth <= 2 ? 58 : 36;
    case 'code':
      return isDrawn ? 250 : 22 + block.value.split('\n').length * 11;
    case 'table':
      return block.children.reduce((sum, {children}) => {
        const width = charactersOfLine / Math.max(1, children.length);
        return (
          sum + 8 + 11 * Math.max(1, ...children.map((cell) => linesOf(toString(cell), width)))
        );
      }, 12);
    case 'list':
      return block.children.reduce(
        (sum, item) => sum + 2 + lineHeight * linesOf(toString(item)),
        8,
      );
    case 'blockquote':
      return block.children.reduce((sum, child) => sum + heightOf(child), 10);
    default:
      return 7 + lineHeight * linesOf(toString(block));
  }
}

/** How many pages a document takes, by a rough reckoning. */
export function estimatePages(blocks: readonly RootContent[]): number {
  return blocks.reduce((sum, block) => sum + heightOf(block), 160) / pageHeight;
}

/**
 * The block before which the contents stand: after the first section, so that the first page says
 * what the document has to say; at the very start where that section fills pages of its own.
 */
export function contentsPlace(blocks: readonly RootContent[]): number {
  const heads = blocks.flatMap((block, index) =>
    block.type === 'heading' && block.depth <= 2 ? [index] : [],
  );
  const second = heads[1];
  if (second === undefined) return 0;
  const place = blocks[second - 1]?.type === 'thematicBreak' ? second - 1 : second;
  return estimatePages(blocks.slice(0, place)) <= 1.5 ? place : 0;
}
