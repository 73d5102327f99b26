import type {Element} from 'hast';
import {s} from 'hastscript';
import type {Chart} from './chart.ts';
import type {Piece} from './geometry.ts';
import {lineHeight, nameSize} from './measure-node.ts';
import {placeChart} from './place-chart.ts';
import {titleHeight, titleSize} from './place-title.ts';
import type {PlacedGroup, PlacedNode} from './placed-chart.ts';

const round = (length: number) => Math.round(length * 10) / 10;

/** All lines as one path. What several share is drawn once, so that it is no thicker. */
function pathOf(lines: readonly (readonly Piece[])[]): string {
  const steps = lines.flat().map(({from, to, isBend}) => {
    // A trunk is the same line, whichever way its edges go.
    const [one, two] = from.y <= to.y ? [from, to] : [to, from];
    const begin = `M${round(one.x)} ${round(one.y)}`;
    const end = `${round(two.x)} ${round(two.y)}`;
    const middle = round((one.y + two.y) / 2);
    return isBend
      ? `${begin}C${round(one.x)} ${middle} ${round(two.x)} ${middle} ${end}`
      : `${begin}L${end}`;
  });
  return [...new Set(steps)].join('');
}

const headLength = 8;
const headWidth = 7;

/** The head of an arrow that arrives upright, or at a side where a box calls itself. */
function head(pieces: readonly Piece[]): Element[] {
  const last = pieces.at(-1);
  if (!last) return [];
  const {from, to} = last;
  const isSide = !last.isBend && from.y === to.y;
  const sign = isSide ? Math.sign(to.x - from.x) : Math.sign(to.y - from.y);
  const corners = [-1, 1].map((side) =>
    isSide
      ? {x: to.x - sign * headLength, y: to.y + (side * headWidth) / 2}
      : {x: to.x + (side * headWidth) / 2, y: to.y - sign * headLength},
  );
  const points = [to, ...corners].map(({x, y}) => `${round(x)},${round(y)}`).join(' ');
  return [s('polygon', {points, fill: 'var(--_arrow)'})];
}

function textAt(text: string, x: number, y: number, fontSize: number, properties: object): Element {
  return s('text', {x: round(x), y: round(y), fontSize, ...properties}, text);
}

/** What stands below the middle of a line of text is this much of its size. */
const baseline = 0.35;

function drawNode({node, lines, x, y, width, height}: PlacedNode): Element {
  const top = y + (height - lines.length * lineHeight) / 2;
  const size = {x: round(x), y: round(y), width: round(width), height: round(height)};
  const rx = node.isOutside ? round(Math.min(height, 36) / 2) : 3;
  return s('g', [
    s('rect', {...size, rx, fill: 'var(--_node-fill)', stroke: 'var(--_node-stroke)'}),
    ...lines.map(({text, size}, index) =>
      textAt(text, x + width / 2, top + (index + 0.5) * lineHeight + size * baseline, size, {
        textAnchor: 'middle',
        fill: size === nameSize ? 'var(--_text)' : 'var(--_text-sec)',
      }),
    ),
  ]);
}

function drawFrame({x, y, width, height}: PlacedGroup): Element {
  const size = {x: round(x), y: round(y), width: round(width), height: round(height)};
  return s('rect', {...size, rx: 6, fill: 'var(--_group-fill)', stroke: 'var(--_inner-stroke)'});
}

function drawTitle({title}: PlacedGroup): Element[] {
  return (title?.lines ?? []).map((line, index) =>
    textAt(
      line,
      title?.x ?? 0,
      (title?.y ?? 0) + (index + 0.5) * titleHeight + titleSize * baseline,
      titleSize,
      {fill: 'var(--_text-sec)'},
    ),
  );
}

/** A chart as SVG: frames below, then lines, boxes and what is written. */
export function drawChart(chart: Chart): {svg: Element; width: number; height: number} {
  const placed = placeChart(chart);
  const width = Math.ceil(placed.width);
  const height = Math.ceil(placed.height);
  const d = pathOf(placed.edges.map(({pieces}) => pieces));
  const svg = s('svg', {viewBox: `0 0 ${width} ${height}`, width, height}, [
    ...placed.groups.map(drawFrame),
    s('path', {d, fill: 'none', stroke: 'var(--_line)', strokeWidth: 1.2, strokeLineCap: 'round'}),
    ...placed.edges.flatMap(({pieces}) => head(pieces)),
    ...placed.nodes.map(drawNode),
    ...placed.groups.flatMap(drawTitle),
  ]);
  return {svg, width, height};
}
