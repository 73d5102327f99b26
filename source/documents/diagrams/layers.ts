/** Something that has a place in a row. */
export interface Rowed {
  readonly id: string;
  readonly width: number;
}

/** What leads from one to another, by their ids. */
export interface Link {
  readonly from: string;
  readonly to: string;
}

export interface Layers<L extends Link> {
  /** The row of each, 0 at the top. */
  readonly rowOf: ReadonlyMap<string, number>;
  /** Links that lead up: each circle has one. */
  readonly isUp: ReadonlySet<L>;
}

/** The links that close a circle, as a walk from the first on meets them. */
function closingLinks<L extends Link>(items: readonly Rowed[], links: readonly L[]): Set<L> {
  const closing = new Set<L>();
  const state = new Map<string, 'open' | 'done'>();
  const leaving = Map.groupBy(links, ({from}) => from);
  const walk = (id: string): void => {
    state.set(id, 'open');
    for (const link of leaving.get(id) ?? [])
      if (state.get(link.to) === 'open') closing.add(link);
      else if (!state.has(link.to)) walk(link.to);
    state.set(id, 'done');
  };
  const targets = new Set(links.map(({to}) => to));
  const entries = items.filter(({id}) => !targets.has(id));
  for (const {id} of [...entries, ...items]) if (!state.has(id)) walk(id);
  return closing;
}

/**
 * Puts each item below all that lead to it, in the first row that has room, so that rows stay within
 * `widest` and the whole fills a page. What nothing connects comes last. No link leads from an item
 * to itself.
 */
export function layersOf<L extends Link>(
  items: readonly Rowed[],
  links: readonly L[],
  widest: number,
): Layers<L> {
  const isUp = closingLinks(items, links);
  const above = new Map<string, string[]>();
  for (const link of links) {
    const [from, to] = isUp.has(link) ? [link.to, link.from] : [link.from, link.to];
    above.set(to, [...(above.get(to) ?? []), from]);
  }
  const touched = new Set(links.flatMap(({from, to}) => [from, to]));
  const left = items.toSorted((one, two) => +touched.has(two.id) - +touched.has(one.id));
  const rowOf = new Map<string, number>();
  const taken = new Map<number, number>();
  while (left.length > 0) {
    const isReady = ({id}: Rowed) => (above.get(id) ?? []).every((from) => rowOf.has(from));
    const [item] = left.splice(Math.max(0, left.findIndex(isReady)), 1);
    if (!item) break;
    const rows = (above.get(item.id) ?? []).map((from) => rowOf.get(from) ?? -1);
    let row = Math.max(-1, ...rows) + 1;
    const room = (row: number) => widest - (taken.get(row) ?? 0);
    while (taken.has(row) && room(row) < item.width) row += 1;
    taken.set(row, (taken.get(row) ?? 0) + item.width);
    rowOf.set(item.id, row);
  }
  return {rowOf, isUp};
}
