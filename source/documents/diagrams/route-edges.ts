import type {ChartEdge} from './chart.ts';
import type {Piece, Point, Rectangle} from './geometry.ts';
import type {Layout, PlacedWay} from './lay-out.ts';
import type {PlacedEdge} from './placed-chart.ts';

type End = 'upper' | 'lower';

/** Room between arrows at one side of a box, and what is left free at its corners. */
const mostApart = 18;
const corner = 10;

/**
 * Where the edges meet one side of each box: side by side, in the order in which they come. Those
 * that share a trunk begin as one line.
 */
function portsOf(end: End, {ways, nodes}: Layout): ReadonlyMap<PlacedWay, number> {
  const ports = new Map<PlacedWay, number>();
  const isUpper = end === 'upper';
  const nextOf = ({through, lower, upper}: PlacedWay) =>
    (isUpper ? through[0] : through.at(-1)) ?? (isUpper ? lower : upper);
  const comesFrom = ([way]: readonly PlacedWay[]) => way?.straights.at(isUpper ? 1 : -2)?.x ?? 0;
  for (const [id, met] of Map.groupBy(ways, (way) => way[end])) {
    const {x = 0, width = 0} = nodes.get(id) ?? {};
    const lines = [...Map.groupBy(met, nextOf).values()].toSorted(
      (one, two) => comesFrom(one) - comesFrom(two),
    );
    const apart = Math.min(mostApart, (width - 2 * corner) / Math.max(1, lines.length - 1));
    for (const [index, sharing] of lines.entries())
      for (const way of sharing)
        ports.set(way, x + width / 2 + (index - (lines.length - 1) / 2) * apart);
  }
  return ports;
}

/** A line through some points: upright where one is above the other, bent where not. */
function piecesThrough(points: readonly Point[]): Piece[] {
  return points.slice(1).flatMap((to, index): Piece[] => {
    const from = points[index];
    if (!from || (from.x === to.x && from.y === to.y)) return [];
    return [{from, to, isBend: from.x !== to.x}];
  });
}

function backwards(pieces: readonly Piece[]): Piece[] {
  return pieces.toReversed().map(({from, to, isBend}) => ({from: to, to: from, isBend}));
}

/** How far the line from a box to itself stands out at its right. */
const loopReach = 14;

function loop(edge: ChartEdge, {x, y, width, height}: Rectangle): PlacedEdge {
  const right = x + width;
  const middle = y + height / 2;
  const corners = [
    {x: right, y: middle - 7},
    {x: right + loopReach, y: middle - 7},
    {x: right + loopReach, y: middle + 7},
    {x: right, y: middle + 7},
  ];
  return {edge, pieces: piecesThrough(corners).map((piece) => ({...piece, isBend: false}))};
}

/** The line of every edge: straight beside boxes, bent in the room between two rows. */
export function routeEdges(edges: readonly ChartEdge[], layout: Layout): PlacedEdge[] {
  const {nodes, ways} = layout;
  const begins = portsOf('upper', layout);
  const ends = portsOf('lower', layout);
  const routed = ways.map((way): PlacedEdge => {
    const upper = nodes.get(way.upper);
    const lower = nodes.get(way.lower);
    const points = way.straights.flatMap(({x, top, bottom}, index) => {
      const isFirst = index === 0;
      const isLast = index === way.straights.length - 1;
      const at = (isFirst ? begins.get(way) : isLast ? ends.get(way) : undefined) ?? x;
      return [
        {x: at, y: isFirst && upper ? upper.y + upper.height : top},
        {x: at, y: isLast && lower ? lower.y : bottom},
      ];
    });
    const down = piecesThrough(points);
    return {edge: way.edge, pieces: way.upper === way.edge.from ? down : backwards(down)};
  });
  const loops = edges.flatMap((edge) => {
    const box = edge.from === edge.to ? nodes.get(edge.from) : undefined;
    return box ? [loop(edge, box)] : [];
  });
  return [...routed, ...loops];
}
