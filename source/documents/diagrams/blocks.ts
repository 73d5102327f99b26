import type {Chart, ChartEdge} from './chart.ts';
import {layersOf} from './layers.ts';
import type {Measured} from './measure-node.ts';

/** A box, or a place that lines pass, in a row of a block. */
export interface Spot {
  readonly id: string;
  /** With the room that it needs at its sides. */
  readonly width: number;
}

/** A frame with its rows of boxes, or a box alone, or a place that lines pass. */
export interface Block {
  readonly id: string;
  readonly band: number;
  readonly rows: readonly Spot[][];
  /** Room between its side and what it holds; 0 without a frame. */
  readonly padding: number;
  /** What its title takes at the least; 0 without a frame. */
  readonly titleWidth: number;
}

export interface Blocks {
  readonly blocks: Block[];
  readonly blockOf: ReadonlyMap<string, string>;
  /** The row of each box within its block. */
  readonly rowOf: ReadonlyMap<string, number>;
  readonly isUp: ReadonlySet<ChartEdge>;
}

const framePadding = 14;
/** Room that a box keeps free at both sides together, such as for the line to itself. */
const sides = 12;
const rowRoom = 90;
/** As wide as a row may be at the least, however few boxes there are: about three of them. */
const narrowestFrame = 400;
const narrowestPage = 560;

interface Sized {
  readonly width: number;
  readonly height: number;
}

/** How wide a page of these is that is about as high. */
function pageWidth(sizes: readonly Sized[], shape: number): number {
  const area = sizes.reduce((sum, {width, height}) => sum + width * (height + rowRoom), 0);
  return Math.sqrt(area * shape);
}

/**
 * Frames and the boxes outside of them in bands, and the boxes of each frame in rows, each below
 * what calls it.
 */
export function blocksOf(
  {nodes, groups, edges}: Chart,
  sizes: ReadonlyMap<string, Measured>,
  titleWidth: (group: string) => number,
): Blocks {
  const boxes = nodes.map(({id, group}) => {
    const {width = 0, height = 0} = sizes.get(id) ?? {};
    return {id, width: width + sides, height, block: group ?? id};
  });
  const blockOf = new Map(boxes.map(({id, block}) => [id, block]));
  const rowOf = new Map<string, number>();
  const isUp = new Set<ChartEdge>();
  const isGroup = new Set(groups.map(({id}) => id));
  const drafts = [...Map.groupBy(boxes, ({block}) => block)].map(([id, held]) => {
    const inner = edges.filter(
      ({from, to}) => from !== to && blockOf.get(from) === id && blockOf.get(to) === id,
    );
    const layers = layersOf(held, inner, Math.max(narrowestFrame, pageWidth(held, 2)));
    for (const [box, row] of layers.rowOf) rowOf.set(box, row);
    for (const edge of layers.isUp) isUp.add(edge);
    const rows = [...Map.groupBy(held, (box) => layers.rowOf.get(box.id) ?? 0)]
      .toSorted(([one], [two]) => one - two)
      .map(([, row]) => row.map(({id, width}) => ({id, width})));
    const padding = isGroup.has(id) ? framePadding : 0;
    const title = isGroup.has(id) ? titleWidth(id) : 0;
    const widths = rows.map((row) => row.reduce((sum, {width}) => sum + width, 0));
    const width = Math.max(title, ...widths) + 2 * padding;
    const heights = held.map(({height}) => height);
    const height = rows.length * (Math.max(0, ...heights) + rowRoom);
    return {id, rows, padding, titleWidth: title, width, height};
  });
  const across = edges
    .map((edge) => ({edge, from: blockOf.get(edge.from) ?? '', to: blockOf.get(edge.to) ?? ''}))
    .filter(({from, to}) => from !== to);
  const layers = layersOf(drafts, across, Math.max(narrowestPage, pageWidth(drafts, 0.9)));
  for (const {edge} of layers.isUp) isUp.add(edge);
  const blocks = drafts.map(({width: _, height: __, ...draft}) => ({
    ...draft,
    band: layers.rowOf.get(draft.id) ?? 0,
  }));
  return {blocks, blockOf, rowOf, isUp};
}
