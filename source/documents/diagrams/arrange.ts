import type {Block} from './blocks.ts';
import {gap, rowWidth, spread} from './spread.ts';
import type {Way} from './ways.ts';

/** Where everything is from the left, in pixels of CSS. */
export interface Arranged {
  readonly width: number;
  /** The middle of each spot. */
  readonly middles: ReadonlyMap<string, number>;
  /** The left side of each block, and how wide it is. */
  readonly sides: ReadonlyMap<string, {readonly left: number; readonly width: number}>;
}

/** Turns in which rows are put in another order, and turns in which they are only moved. */
const sorting = 8;
const settling = 6;

function mean(values: readonly number[]): number | undefined {
  return values.length === 0 ? undefined : values.reduce((sum, at) => sum + at, 0) / values.length;
}

function widthOf({rows, padding, titleWidth}: Block): number {
  const widths = rows.map((row) => rowWidth(row.map(({width}) => width)));
  return Math.max(titleWidth, ...widths) + 2 * padding;
}

/**
 * Finds an order in each row in which few lines cross, and the place of everything in it: turn by
 * turn each moves to the middle of what it is joined to, as far as its neighbours let it.
 */
export function arrange(blocks: readonly Block[], ways: readonly Way[]): Arranged {
  const joined = new Map<string, Set<string>>();
  for (const {upper, lower, through} of ways) {
    const stops = [upper, ...through, lower];
    for (const [index, to] of stops.slice(1).entries()) {
      const from = stops[index] ?? '';
      joined.set(from, (joined.get(from) ?? new Set()).add(to));
      joined.set(to, (joined.get(to) ?? new Set()).add(from));
    }
  }
  const widths = new Map(blocks.map((block) => [block, widthOf(block)]));
  const wide = (block: Block) => widths.get(block) ?? 0;
  const order = new Map(blocks.map((block) => [block, block.rows.map((row) => [...row])]));
  const bands = [...Map.groupBy(blocks, ({band}) => band)]
    .toSorted(([one], [two]) => one - two)
    .map(([, held]) => held.toSorted((one, two) => wide(two) - wide(one)));
  const width = Math.max(...bands.map((band) => rowWidth(band.map(wide))), 0);
  const lefts = new Map<Block, number>();
  const within = new Map<string, number>();
  const home = new Map<string, Block>();
  const middle = (spot: string) => {
    const block = home.get(spot);
    return (within.get(spot) ?? 0) + (block ? (lefts.get(block) ?? 0) : 0);
  };
  const neighbours = (spot: string) => [...(joined.get(spot) ?? [])].map(middle);

  const placeRow = (block: Block, row: number, isSorting: boolean) => {
    const spots = order.get(block)?.[row] ?? [];
    const left = lefts.get(block) ?? 0;
    const wishes = spots.map((spot) => {
      const at = mean(neighbours(spot.id)) ?? middle(spot.id);
      return {spot, width: spot.width, at: at - left - block.padding};
    });
    if (isSorting) wishes.sort((one, two) => one.at - two.at);
    order.get(block)?.splice(
      row,
      1,
      wishes.map(({spot}) => spot),
    );
    const places = spread(wishes, wide(block) - 2 * block.padding);
    for (const [index, {spot}] of wishes.entries())
      within.set(spot.id, (places[index] ?? 0) + block.padding);
  };
  const placeBand = (band: Block[], isSorting: boolean) => {
    const wishes = band.map((block) => {
      const width = wide(block);
      const pulls = block.rows
        .flat()
        .flatMap(({id}) =>
          [...(joined.get(id) ?? [])]
            .filter((other) => home.get(other) !== block)
            .map((other) => middle(other) - (within.get(id) ?? 0) + width / 2),
        );
      return {block, width, at: mean(pulls) ?? (lefts.get(block) ?? 0) + width / 2};
    });
    if (isSorting) wishes.sort((one, two) => one.at - two.at);
    band.splice(0, band.length, ...wishes.map(({block}) => block));
    const places = spread(wishes, width);
    for (const [index, {block}] of wishes.entries())
      lefts.set(block, (places[index] ?? 0) - wide(block) / 2);
  };

  for (const block of blocks)
    for (const row of block.rows) {
      let left = block.padding;
      for (const {id, width} of row) {
        home.set(id, block);
        within.set(id, left + width / 2);
        left += width + gap;
      }
    }
  for (const band of bands) {
    let left = (width - rowWidth(band.map(wide))) / 2;
    for (const block of band) {
      lefts.set(block, left);
      left += wide(block) + gap;
    }
  }
  for (let turn = 0; turn < sorting + settling; turn += 1) {
    const isSorting = turn < sorting;
    const isDown = turn % 2 === 0;
    for (const band of isDown ? bands : bands.toReversed()) {
      placeBand(band, isSorting);
      for (const block of band)
        for (let row = 0; row < block.rows.length; row += 1)
          placeRow(block, isDown ? row : block.rows.length - 1 - row, isSorting);
    }
  }
  return {
    width,
    middles: new Map([...home.keys()].map((id) => [id, middle(id)])),
    sides: new Map(
      blocks.map((block) => [block.id, {left: lefts.get(block) ?? 0, width: wide(block)}]),
    ),
  };
}
