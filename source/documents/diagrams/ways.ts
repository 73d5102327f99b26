import type {Chart, ChartEdge} from './chart.ts';
import type {Block, Blocks} from './blocks.ts';

/** An edge as it leads down, by the ids of the spots that it passes. */
export interface Way {
  readonly edge: ChartEdge;
  readonly upper: string;
  readonly lower: string;
  readonly through: readonly string[];
}

/** What a line takes of a row that it passes. */
const lineWidth = 6;

/**
 * The way of every edge that is not of a box to itself, and the blocks with a spot for each line in
 * every row that it passes. Lines that have an end in common share their spots, as branches do a
 * trunk: else those of one that calls forty would need the width of forty. A trunk has one box at
 * its one end, so nobody can take it for another's.
 */
export function waysOf({edges}: Chart, {blocks, blockOf, rowOf, isUp}: Blocks) {
  const byId = new Map(blocks.map((block) => [block.id, block]));
  const rows = new Map(blocks.map(({id, rows}) => [id, rows.map((row) => [...row])]));
  const passing = new Map<string, Block>();
  const ends = edges
    .filter(({from, to}) => from !== to)
    .map((edge) => {
      const [upper, lower] = isUp.has(edge) ? [edge.to, edge.from] : [edge.from, edge.to];
      const turn = isUp.has(edge) ? 'up' : 'down';
      return {edge, upper, lower, out: `${upper}/out-${turn}`, into: `${lower}/in-${turn}`};
    });
  const leaving = Map.groupBy(ends, ({out}) => out);
  const arriving = Map.groupBy(ends, ({into}) => into);
  const passRow = (block: string, row: number, trunk: string): string => {
    const id = `${trunk}/${block}/${row}`;
    const held = rows.get(block)?.[row];
    if (held && !held.some((spot) => spot.id === id)) held.push({id, width: lineWidth});
    return id;
  };
  const passBand = (band: number, trunk: string): string => {
    const id = `${trunk}/band/${band}`;
    const spot = {id, width: lineWidth};
    passing.set(id, {id, band, rows: [[spot]], padding: 0, titleWidth: 0});
    return id;
  };
  const ways = ends.map(({edge, upper, lower, out, into}): Way => {
    const isOut = (leaving.get(out)?.length ?? 0) >= (arriving.get(into)?.length ?? 0);
    const trunk = isOut ? out : into;
    const from = byId.get(blockOf.get(upper) ?? '');
    const to = byId.get(blockOf.get(lower) ?? '');
    const through: string[] = [];
    if (!from || !to) return {edge, upper, lower, through};
    const first = (rowOf.get(upper) ?? 0) + 1;
    const last = rowOf.get(lower) ?? 0;
    if (from === to)
      for (let row = first; row < last; row += 1) through.push(passRow(from.id, row, trunk));
    else {
      for (let row = first; row < from.rows.length; row += 1)
        through.push(passRow(from.id, row, out));
      for (let band = from.band + 1; band < to.band; band += 1) through.push(passBand(band, trunk));
      for (let row = 0; row < last; row += 1) through.push(passRow(to.id, row, into));
    }
    return {edge, upper, lower, through};
  });
  const held = blocks.map((block) => ({...block, rows: rows.get(block.id) ?? []}));
  return {ways, blocks: [...held, ...passing.values()]};
}
