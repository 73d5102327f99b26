import type {Heading, RootContent} from 'mdast';
import {isListed} from '../markdown/listed-headings.ts';
import {estimatePages} from './block-height.ts';
import {colors} from './look.ts';
import type {PdfNode} from './nodes.ts';
import {textRuns, type PdfContext} from './pdf-inline.ts';

/** Fewer headings need no list of them. */
const fewHeadings = 4;
/** A document of fewer pages is turned over faster than its contents are read. */
const fewPages = 3.2;
/** Lines of a column from which there is one more, as long as there is room for it. */
const longColumn = 8;
const mostColumns = 3;
/** Lines of a column up to which the list is not broken over two pages. */
const wholeColumn = 40;

export interface Contents {
  /** The index of the block before which they stand. */
  readonly place: number;
  /** The headings that are listed, each with its column; none where no contents are needed. */
  readonly lists: ReadonlyMap<Heading, string>;
}

/**
 * After the first section, so that the first page says what the document has to say; before that
 * section where it fills pages of its own.
 */
function placeOf(blocks: readonly RootContent[]): number {
  const [first = 0, second = first] = blocks.flatMap((block, index) =>
    block.type === 'heading' && block.depth <= 2 ? [index] : [],
  );
  const place = blocks[second - 1]?.type === 'thematicBreak' ? second - 1 : second;
  return estimatePages(blocks.slice(0, place)) <= 1.5 ? place : first;
}

/** Which headings the contents list, in which column, and where they stand. */
export function contentsOf(blocks: readonly RootContent[]): Contents {
  const listed = blocks.filter(isListed);
  if (listed.length < fewHeadings || estimatePages(blocks) < fewPages)
    return {place: 0, lists: new Map()};
  const columns = Math.min(mostColumns, Math.ceil(listed.length / longColumn));
  const lines = Math.ceil(listed.length / columns);
  const lists = new Map(
    listed.map((heading, index) => [heading, `column ${Math.floor(index / lines) + 1}`]),
  );
  return {place: placeOf(blocks), lists};
}

/** The list of contents; nothing where there is none. */
export function toContents({lists}: Contents, context: PdfContext): PdfNode[] {
  const columns = [...new Set(lists.values())];
  if (columns.length === 0) return [];
  const style = {bold: true, fontSize: 12, color: colors.ink};
  const title: PdfNode = {
    text: textRuns('Contents', style, context),
    fontSize: 12,
    margin: [0, 10, 0, 4],
  };
  const list: PdfNode = {columns: columns.map((id) => ({toc: {id}})), columnGap: 20};
  const isWhole = lists.size / columns.length <= wholeColumn;
  return [{stack: [title, list], unbreakable: isWhole, margin: [0, 0, 0, 8]}];
}
