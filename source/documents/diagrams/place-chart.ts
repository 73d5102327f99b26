import type {Chart} from './chart.ts';
import type {Rectangle} from './geometry.ts';
import {layOut} from './lay-out.ts';
import {measureNode, type Measured} from './measure-node.ts';
import {measureTitle, placeTitle, titleRoom} from './place-title.ts';
import type {PlacedChart, PlacedGroup} from './placed-chart.ts';
import {routeEdges} from './route-edges.ts';

/** The box that keeps a title's place among the others. */
const holderOf = (group: string) => `title-${group}`;

/** The room of a title that stands in a row of boxes. */
const besideWidth = 120;

/** Above and below a title together. */
const headRoom = 14;

function place(chart: Chart, held: ReadonlySet<string>): PlacedChart {
  const holders = chart.groups.filter(({id}) => held.has(id));
  const sizes = new Map<string, Measured>([
    ...chart.nodes.map((node) => [node.id, measureNode(node)] as const),
    ...holders.map(({id, label}) => {
      const {width, height} = measureTitle(label, besideWidth);
      return [holderOf(id), {lines: [], width: width + 8, height: height + 8}] as const;
    }),
  ]);
  const all = holders.map(({id}) => ({
    id: holderOf(id),
    label: [],
    group: id,
    isOutside: false,
  }));
  const titleOf = (group: string) =>
    measureTitle(chart.groups.find(({id}) => id === group)?.label ?? '', titleRoom);
  const layout = layOut({...chart, nodes: [...all, ...chart.nodes]}, sizes, {
    titleWidth: (group) => titleOf(group).width,
    headHeight: (group) => (held.has(group) ? headRoom : titleOf(group).height + headRoom),
  });
  const edges = routeEdges(chart.edges, layout);
  const lines = edges.flatMap(({pieces}) => pieces);
  const boxOf = (id: string): Rectangle =>
    layout.nodes.get(id) ?? {x: 0, y: 0, width: 0, height: 0};
  const boxes = chart.nodes.map(({id}) => boxOf(id));
  return {
    width: layout.width,
    height: layout.height,
    edges,
    nodes: chart.nodes.map((node) => ({
      node,
      lines: sizes.get(node.id)?.lines ?? [],
      ...boxOf(node.id),
    })),
    groups: chart.groups.flatMap(({id, label}): PlacedGroup[] => {
      const frame = layout.groups.get(id);
      const holder = layout.nodes.get(holderOf(id));
      if (!frame) return [];
      const title = holder
        ? {...measureTitle(label, besideWidth), x: holder.x + 4, y: holder.y + 4}
        : placeTitle(label, frame, boxes, lines);
      return [{id, ...frame, title}];
    }),
  };
}

/** Finds a place for everything of a chart. No box, line or title touches another. */
export function placeChart(chart: Chart): PlacedChart {
  let held: ReadonlySet<string> = new Set();
  for (;;) {
    const placed = place(chart, held);
    const homeless = placed.groups.filter(({title}) => !title).map(({id}) => id);
    if (homeless.length === 0) return placed;
    // Lines leave no room above the boxes, so the title gets a place as if it were one of them.
    held = new Set([...held, ...homeless]);
  }
}
