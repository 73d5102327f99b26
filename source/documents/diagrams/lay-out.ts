import {arrange, type Arranged} from './arrange.ts';
import {blocksOf, type Block} from './blocks.ts';
import type {Chart} from './chart.ts';
import type {Rectangle} from './geometry.ts';
import type {Measured} from './measure-node.ts';
import {waysOf, type Way} from './ways.ts';

/** Lengths in pixels of CSS: around the whole, between the rows of a frame, between bands. */
const margin = 10;
const rowGap = 48;
const bandGap = 60;
/** Below the last row of a frame. */
const foot = 14;

/** From where to where a line leads straight down at a spot. */
export interface Straight {
  readonly x: number;
  readonly top: number;
  readonly bottom: number;
}

/** A way with its straights, those at its two boxes first and last. */
export interface PlacedWay extends Way {
  readonly straights: readonly Straight[];
}

export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly nodes: ReadonlyMap<string, Rectangle>;
  readonly groups: ReadonlyMap<string, Rectangle>;
  readonly ways: readonly PlacedWay[];
}

interface Band {
  readonly top: number;
  readonly bottom: number;
  readonly rows: readonly {readonly top: number; readonly bottom: number}[];
}

/** The bands and their rows from the top, as high as what stands in them. */
function bandsOf(
  blocks: readonly Block[],
  heightOf: (spot: string) => number,
  headOf: (block: Block) => number,
): Band[] {
  const bands: Band[] = [];
  let y = margin;
  const held = Map.groupBy(blocks, ({band}) => band);
  for (let index = 0; index < held.size; index += 1) {
    const band = held.get(index) ?? [];
    const top = y;
    y += Math.max(0, ...band.map(headOf));
    const count = Math.max(...band.map(({rows}) => rows.length));
    const rows = Array.from({length: count}, (_, row) => {
      const spots = band.flatMap(({rows}) => rows[row] ?? []);
      const rowTop = row === 0 ? y : y + rowGap;
      y = rowTop + Math.max(0, ...spots.map(({id}) => heightOf(id)));
      return {top: rowTop, bottom: y};
    });
    y += band.some(({padding}) => padding > 0) ? foot : 0;
    bands.push({top, bottom: y, rows});
    y += bandGap;
  }
  return bands;
}

/**
 * Finds a place for every box and frame, and a way between the boxes for every edge, from the top
 * down. What is in a frame is in a block of its own, and a line that passes a row has a place in it
 * as a box has, so nothing can lie on anything else. `headOf` is the room of a frame's title.
 */
export function layOut(
  chart: Chart,
  sizes: ReadonlyMap<string, Measured>,
  {titleWidth, headHeight}: Record<'titleWidth' | 'headHeight', (group: string) => number>,
): Layout {
  const {ways, blocks} = (() => {
    const plain = blocksOf(chart, sizes, titleWidth);
    return waysOf(chart, plain);
  })();
  const {width, middles, sides}: Arranged = arrange(blocks, ways);
  const heightOf = (id: string) => sizes.get(id)?.height ?? 0;
  const headOf = ({id, padding}: Block) => (padding > 0 ? headHeight(id) : 0);
  const bands = bandsOf(blocks, heightOf, headOf);
  const nodes = new Map<string, Rectangle>();
  const groups = new Map<string, Rectangle>();
  const spots = new Map<string, Straight & {readonly block: string; readonly band: Band}>();
  for (const block of blocks) {
    const band = bands[block.band];
    if (!band) continue;
    for (const [index, row] of block.rows.entries()) {
      const {top = 0, bottom = 0} = band.rows[index] ?? {};
      for (const {id} of row) {
        const x = (middles.get(id) ?? 0) + margin;
        const size = sizes.get(id);
        const y = (top + bottom) / 2 - heightOf(id) / 2;
        if (size) nodes.set(id, {x: x - size.width / 2, y, width: size.width, height: size.height});
        spots.set(id, {x, top, bottom, block: block.id, band});
      }
    }
    const {left = 0, width = 0} = sides.get(block.id) ?? {};
    const last = band.rows[block.rows.length - 1]?.bottom ?? band.bottom;
    const height = last + foot - band.top;
    if (block.padding > 0) groups.set(block.id, {x: left + margin, y: band.top, width, height});
  }
  const placed = ways.map((way): PlacedWay => {
    const stops = [way.upper, ...way.through, way.lower].flatMap((id) => spots.get(id) ?? []);
    const straights = stops.map(({x, top, bottom, block, band}, index) => ({
      x,
      top: stops[index - 1]?.block === block ? top : band.top,
      bottom: stops[index + 1]?.block === block ? bottom : band.bottom,
    }));
    return {...way, straights};
  });
  const height = (bands.at(-1)?.bottom ?? 0) + margin;
  return {width: width + 2 * margin, height, nodes, groups, ways: placed};
}
