/** Something to be placed in a row: how wide it is, and where its middle would like to be. */
export interface Wish {
  readonly width: number;
  readonly at: number;
}

/** Room between neighbours in a row, in pixels of CSS. */
export const gap = 16;

/** How wide a row is at the least. */
export function rowWidth(widths: readonly number[]): number {
  return widths.reduce((sum, width) => sum + width, 0) + gap * Math.max(0, widths.length - 1);
}

/**
 * The middles of the items of a row from the left, as near to their wishes as their widths and the
 * row's width allow, in the order given: least squares, found by pooling neighbours that collide.
 */
export function spread(wishes: readonly Wish[], width: number): number[] {
  let edge = 0;
  const offsets = wishes.map((wish) => {
    const middle = edge + wish.width / 2;
    edge += wish.width + gap;
    return middle;
  });
  const pools: {sum: number; count: number}[] = [];
  for (const [index, {at}] of wishes.entries()) {
    let pool = {sum: at - (offsets[index] ?? 0), count: 1};
    for (let last = pools.at(-1); last && last.sum / last.count > pool.sum / pool.count;) {
      pool = {sum: pool.sum + last.sum, count: pool.count + last.count};
      pools.pop();
      last = pools.at(-1);
    }
    pools.push(pool);
  }
  const most = Math.max(0, width - (edge - gap));
  const shifts = pools.flatMap(({sum, count}) =>
    Array.from({length: count}, () => Math.min(most, Math.max(0, sum / count))),
  );
  return offsets.map((offset, index) => offset + (shifts[index] ?? 0));
}
