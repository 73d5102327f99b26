import type {Heading} from 'mdast';
import {toString} from 'mdast-util-to-string';
import {toRuns, type PdfContext} from './pdf-inline.ts';
import {cutRuns} from './long-text.ts';
import {colors, contentWidth} from './look.ts';
import type {PdfNode, PdfRun} from './nodes.ts';

/** Room that has to be left below a heading, so that none stands alone at the foot of a page. */
const roomBelow = 64;
/** The same where another heading follows, which wants room of its own. */
const roomBelowTwo = 104;

const sizes = [20, 15, 12, 10.4, 9.8, 9.8];
const above = [0, 18, 12, 9, 7, 7];

export interface HeadingPlace {
  readonly id: string;
  /** The id of the heading it stands below, for the bookmarks. */
  readonly parent: string | undefined;
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
  {id, parent}: HeadingPlace,
  next: PdfNode | 'heading' | undefined,
  context: PdfContext,
): PdfNode[] {
  const {depth} = heading;
  const fontSize = sizes[depth - 1] ?? 10;
  const isListed = depth <= 3;
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
    ...(isListed
      ? {
          tocItem: true,
          tocMargin: [depth === 3 ? 14 : 0, depth === 3 ? 0 : 2.5, 0, 0] as const,
          tocStyle: {fontSize: 9.4, lineHeight: 1.1, bold: depth < 3, color: colors.ink},
          tocNumberStyle: {fontSize: 9.4, lineHeight: 1.1, color: colors.soft},
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
  const room = next === 'heading' ? roomBelowTwo : roomBelow;
  const spacer: PdfNode = {canvas: [], margin: [0, room, 0, 0]};
  return [
    {stack: [...top, text, spacer], unbreakable: true},
    {stack: [node], margin: [0, -room, 0, 0]},
  ];
}
