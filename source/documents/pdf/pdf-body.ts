import type {Code, FootnoteDefinition, Heading, RootContent} from 'mdast';
import {toString} from 'mdast-util-to-string';
import {isDiagram} from '../diagrams/is-diagram.ts';
import {everyNode} from '../../markdown/parse-markdown.ts';
import {heightOf} from './block-height.ts';
import {toBlocks} from './pdf-blocks.ts';
import {toPdfFigure} from './figure.ts';
import {roomBelow, toPdfHeading, type HeadingPlace} from './headings.ts';
import {textRuns, type PdfContext} from './pdf-inline.ts';
import type {PdfNode} from './nodes.ts';

/** Every heading of the document with its id, the heading above it, and its list of contents. */
export function placeHeadings(
  blocks: readonly RootContent[],
  lists: ReadonlyMap<Heading, string>,
  anchors: ReadonlyMap<Heading, string>,
): Map<Heading, HeadingPlace> {
  const places = new Map<Heading, HeadingPlace>();
  const open: {depth: number; id: string}[] = [];
  for (const block of blocks) {
    if (block.type !== 'heading') continue;
    while ((open.at(-1)?.depth ?? 0) >= block.depth) open.pop();
    // By the name that a link from another file has behind its number sign.
    const id = anchors.get(block) ?? `heading-${places.size + 1}`;
    places.set(block, {id, parent: open.at(-1)?.id, list: lists.get(block)});
    open.push({depth: block.depth, id});
  }
  return places;
}

/** The identifiers of the footnotes in the order in which they are first named. */
export function noteNumbers(blocks: readonly RootContent[]): readonly string[] {
  const nodes = blocks.flatMap((block) => everyNode(block));
  return [
    ...new Set(
      nodes.flatMap((node) => (node.type === 'footnoteReference' ? [node.identifier] : [])),
    ),
  ];
}

/** The footnotes, which in a document that is read by pages stand together at its end. */
export function toNotes(
  blocks: readonly RootContent[],
  numbers: readonly string[],
  context: PdfContext,
): PdfNode[] {
  const notes = blocks.filter(
    (block): block is FootnoteDefinition => block.type === 'footnoteDefinition',
  );
  const entries = numbers.map((identifier) => {
    const note = notes.find((note) => note.identifier === identifier);
    return {stack: toBlocks(note?.children ?? [], context)};
  });
  if (entries.length === 0) return [];
  const title: PdfNode = {
    text: textRuns('Notes', {bold: true, fontSize: 12}, context),
    fontSize: 12,
    margin: [0, 14, 0, 6],
  };
  return [title, {ol: entries}];
}

/** A line across the text before a heading of level 2, which has a line of its own. */
function isLineAbove(block: RootContent, next: RootContent | undefined): boolean {
  return block.type === 'thematicBreak' && next?.type === 'heading' && next.depth === 2;
}

/** Points that a label has below it at least, so that it does not part from what it stands for. */
const leastLabelRoom = 34;
/** Code that is no higher than this stands on the page of its label. */
const mostLabelRoom = 150;

/** `Expected output:` before a block of code. */
function isLabel(block: RootContent, next: RootContent | undefined): next is Code {
  return block.type === 'paragraph' && next?.type === 'code' && toString(block).endsWith(':');
}

function toLabel(block: RootContent, code: Code, context: PdfContext): PdfNode[] {
  const height = heightOf(code);
  const room = height <= mostLabelRoom ? Math.max(height, leastLabelRoom) : leastLabelRoom;
  return [
    {
      stack: [...toBlocks([block], context), {canvas: [], margin: [0, room, 0, 0]}],
      unbreakable: true,
    },
    {canvas: [], margin: [0, -room, 0, 0]},
  ];
}

/** The blocks of a document, each heading kept together with what follows it. */
export async function toBody(
  blocks: readonly RootContent[],
  places: ReadonlyMap<Heading, HeadingPlace>,
  context: PdfContext,
): Promise<PdfNode[]> {
  const nodes: PdfNode[] = [];
  let diagrams = 0;
  let heading: Heading | undefined;
  let room = 0;
  const put = (added: readonly PdfNode[], isHeadingNext = false) => {
    const [first, ...rest] = added;
    const place = heading && places.get(heading);
    if (heading && place) {
      const next = isHeadingNext ? 'heading' : first;
      nodes.push(...toPdfHeading(heading, place, {next, room}, context), ...rest);
    } else nodes.push(...added);
    heading = undefined;
  };
  for (const [index, block] of blocks.entries()) {
    const next = blocks[index + 1];
    if (block.type === 'heading') {
      if (heading) put([], true);
      heading = block;
      room = roomBelow(blocks, index);
    } else if (isLineAbove(block, next)) continue;
    else if (isDiagram(block)) {
      diagrams += 1;
      const told = toBlocks(block.data?.told?.blocks ?? [], context);
      put([await toPdfFigure(block, `diagram-${diagrams}-`, context), ...told]);
    } else if (isLabel(block, next)) put(toLabel(block, next, context));
    else if (block.type !== 'footnoteDefinition') put(toBlocks([block], context));
  }
  if (heading) put([]);
  return nodes;
}
