import type {Heading, RootContent} from 'mdast';
import {toString} from 'mdast-util-to-string';
import {heightOf, pageHeight} from './block-height.ts';
import {toRuns, type PdfContext} from './pdf-inline.ts';
import {cutRuns} from './long-text.ts';
import {colors, contentWidth} from './look.ts';
import type {PdfNode, PdfRun} from './nodes.ts';

/** Points below a heading without which it stands alone, before text and before another heading. */
const least = {block: 64, heading: 104};
/** A quarter of a page: a section no longer than that is not broken, and no page is left emptier. */
const quarter = pageHeight / 4;

/**
 * Room that has to be left below the heading at `index`, in points: for all of a short section, and
 * for so much of a longer one that no heading stands alone at the foot of a page.
 */
export function roomBelow(blocks: readonly RootContent[], index: number): number {
  const depthOf = (block: RootContent | undefined) =>
    block?.type === 'heading' ? block.depth : Infinity;
  const heading = blocks[index];
  const depth = depthOf(heading);
  const own = heading ? heightOf(heading) : 0;
  const next = index + 1;
  const enough = blocks[next]?.type === 'heading' ? least.heading : least.block;
  let wanted = 0;
  for (let at = next; at < blocks.length && depthOf(blocks[at]) > depth; at += 1) {
    const block = blocks[at];
    wanted += block ? heightOf(block) : 0;
    if (own + wanted > quarter) return enough;
  }
  return Math.max(wanted, enough);
}

const sizes = [20, 15, 12, 10.4, 9.8, 9.8];
const above = [0, 16, 10, 8, 6, 6];

export interface HeadingPlace {
  readonly id: string;
  /** The id of the heading it stands below, for the bookmarks. */
  readonly parent: string | undefined;
  /** The list of contents that it stands in; nothing for one that is not listed. */
  readonly list: string | undefined;
}

/** What stands below a heading. */
export interface Below {
  readonly next: PdfNode | 'heading' | undefined;
  /** Points that have to be left for it on the page of the heading. */
  readonly room: number;
}

/** Without sizes and colours of their own, as the list of contents shows them in others. */
function headingRuns(heading: Heading, context: PdfContext): PdfRun[] {
  const isEmpty = toString(heading).trim() === '';
  const children = isEmpty ? [{type: 'text' as const, value: 'Untitled'}] : heading.children;
  return toRuns(children, {}, context).map(({text, font, italics, sup}) => ({
    text,
    ...(font === undefined ? {} : {font}),
    ...(italics ? {italics} : {}),
    ...(sup ? {sup} : {}),
  }));
}

/**
 * A heading with what follows it. The heading stands in a block that is not broken and that
 * reaches down as far as the room needed; what follows goes up into that room again.
 */
export function toPdfHeading(
  heading: Heading,
  {id, parent, list}: HeadingPlace,
  {next, room}: Below,
  context: PdfContext,
): PdfNode[] {
  const {depth} = heading;
  const fontSize = sizes[depth - 1] ?? 10;
  const title = toString(heading).trim() || 'Untitled';
  const color = depth >= 5 ? colors.soft : colors.ink;
  const style = {bold: true, color, fontSize, lineHeight: 1.15};
  const [first = [], ...more] = cutRuns(headingRuns(heading, context));
  const text: PdfNode = {
    ...style,
    text: first,
    id,
    outline: true,
    outlineText: title.slice(0, 200).toWellFormed(),
    ...(parent === undefined ? {} : {outlineParentId: parent}),
    ...(list !== undefined
      ? {
          tocItem: list,
          tocMargin: [depth === 3 ? 9 : 0, depth === 3 ? 0 : 2.5, 0, 0] as const,
          tocStyle: {fontSize: 8.8, lineHeight: 1.1, bold: depth < 3, color: colors.ink},
          tocNumberStyle: {fontSize: 8.8, lineHeight: 1.1, color: colors.soft},
        }
      : {}),
    margin: [0, depth === 2 ? 8 : (above[depth - 1] ?? 7), 0, depth <= 2 ? 6 : 4],
  };
  const line = {
    type: 'line',
    x1: 0,
    y1: 0,
    x2: contentWidth,
    y2: 0,
    lineWidth: 1,
    lineColor: colors.rule,
  } as const;
  const top: PdfNode[] = depth <= 2 ? [{canvas: [line], margin: [0, above[1] ?? 0, 0, 0]}] : [];
  const rest = more.map((piece) => ({...style, text: piece}));
  const node = next === 'heading' ? {canvas: []} : next;
  if (!node || rest.length > 0) return [...top, text, ...rest, ...(node ? [node] : [])];
  const spacer: PdfNode = {canvas: [], margin: [0, room, 0, 0]};
  return [
    {stack: [...top, text, spacer], unbreakable: true},
    {stack: [node], margin: [0, -room, 0, 0]},
  ];
}
