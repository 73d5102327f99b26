import * as fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import type {Chart, ChartNode} from '../../../source/documents/diagrams/chart.ts';
import {pointOn, type Rectangle} from '../../../source/documents/diagrams/geometry.ts';
import {placeChart} from '../../../source/documents/diagrams/place-chart.ts';
import type {PlacedChart} from '../../../source/documents/diagrams/placed-chart.ts';

const names = [
  'Orders API',
  'データベース・サーバー',
  'واجهة برمجة الطلبات',
  'सन्देश सेवा',
  'Служба сообщений',
  'x'.repeat(200),
  'A name of two hundred letters '.repeat(7).trim(),
  '🚀 Launcher 👩🏽‍🚀',
  'W',
  '',
];

function chart(
  count: number,
  edges: readonly (readonly [number, number])[],
  groupOf: (index: number) => number | undefined,
): Chart {
  const nodes = Array.from({length: count}, (_, index): ChartNode => {
    const group = groupOf(index);
    const label = [names[index % names.length] ?? '', ...(index % 3 === 0 ? ['2.4.1'] : [])];
    return {
      id: `n${index}`,
      label,
      group: group === undefined ? undefined : `g${group}`,
      isOutside: index % 7 === 0,
    };
  });
  const used = [...new Set(nodes.flatMap(({group}) => group ?? []))];
  return {
    nodes,
    groups: used.map((id, index) => ({id, label: names[index % 7] ?? id})),
    edges: edges.map(([from, to]) => ({from: `n${from}`, to: `n${to}`})),
  };
}

function overlap(one: Rectangle, other: Rectangle): boolean {
  return (
    one.x < other.x + other.width &&
    other.x < one.x + one.width &&
    one.y < other.y + other.height &&
    other.y < one.y + one.height
  );
}

function isWithin(inner: Rectangle, outer: Rectangle): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  );
}

/** Points of a line, four times as near to each other as the layout looks itself. */
function pointsOf({pieces}: PlacedChart['edges'][number]) {
  return pieces.flatMap((piece) =>
    Array.from({length: 97}, (_, index) => pointOn(piece, index / 96)),
  );
}

const isIn = ({x, y}: {x: number; y: number}, box: Rectangle) =>
  x > box.x + 0.5 && x < box.x + box.width - 0.5 && y > box.y + 0.5 && y < box.y + box.height - 0.5;

/** What is wrong with a picture, in words. */
function faults(placed: PlacedChart): string[] {
  const {nodes, edges, groups} = placed;
  const sheet = {x: 0, y: 0, width: placed.width, height: placed.height};
  const titles = groups.flatMap(({id, title}) => (title ? [{id, ...title}] : []));
  const boxes = nodes.map(({node, ...box}) => ({...box, ...node}));
  return [
    ...boxes.flatMap((box, index) => [
      ...boxes
        .slice(index + 1)
        .flatMap((other) => (overlap(box, other) ? [`${box.id} on ${other.id}`] : [])),
      ...titles.flatMap((title) => (overlap(title, box) ? [`title ${title.id} on ${box.id}`] : [])),
      ...groups.flatMap((group) => {
        const isMember = group.id === box.group;
        if (isMember && !isWithin(box, group)) return [`${box.id} leaves ${group.id}`];
        return !isMember && overlap(box, group) ? [`${box.id} in strange ${group.id}`] : [];
      }),
      ...(isWithin(box, sheet) ? [] : [`${box.id} off the sheet`]),
    ]),
    ...groups.flatMap((group, index) => [
      ...(group.title ? [] : [`${group.id} has no title`]),
      ...groups
        .slice(index + 1)
        .flatMap((other) => (overlap(group, other) ? [`${group.id} on ${other.id}`] : [])),
    ]),
    ...edges.flatMap((edge) => {
      const points = pointsOf(edge);
      const name = `${edge.edge.from} > ${edge.edge.to}`;
      return [
        ...(points.length === 0 ? [`${name} is not drawn`] : []),
        ...boxes.flatMap((box) =>
          points.some((at) => isIn(at, box)) ? [`${name} through ${box.id}`] : [],
        ),
        ...titles.flatMap((title) =>
          points.some((at) => isIn(at, title)) ? [`${name} through title ${title.id}`] : [],
        ),
        ...(points.every(
          (at) => at.x >= 0 && at.y >= 0 && at.x <= sheet.width && at.y <= sheet.height,
        )
          ? []
          : [`${name} off the sheet`]),
      ];
    }),
  ];
}

/** The lines that do not begin at the box that calls, or not end at the one that is called. */
function loose({nodes, edges}: PlacedChart): string[] {
  const meets = (id: string, at: {x: number; y: number} | undefined) =>
    nodes.some(
      ({node, x, y, width, height}) =>
        node.id === id &&
        at !== undefined &&
        Math.max(x - at.x, at.x - x - width, y - at.y, at.y - y - height) < 0.01,
    );
  return edges
    .filter(
      ({edge, pieces}) => !meets(edge.from, pieces[0]?.from) || !meets(edge.to, pieces.at(-1)?.to),
    )
    .map(({edge}) => `${edge.from} > ${edge.to} is loose`);
}

const allFaults = (chart: Chart) => {
  const placed = placeChart(chart);
  return [...faults(placed), ...loose(placed)];
};

describe('a chart with a place for everything', () => {
  it.each<[string, Chart]>([
    ['one box', chart(1, [], () => undefined)],
    ['one box that calls itself', chart(1, [[0, 0]], () => undefined)],
    [
      'two that call each other',
      chart(
        2,
        [
          [0, 1],
          [1, 0],
        ],
        () => 0,
      ),
    ],
    [
      'a circle across frames',
      chart(
        6,
        [
          [0, 1],
          [1, 2],
          [2, 3],
          [3, 4],
          [4, 5],
          [5, 0],
        ],
        (at) => at % 2,
      ),
    ],
    [
      'one that calls 39',
      chart(
        40,
        Array.from({length: 39}, (_, at) => [0, at + 1]),
        (at) => at % 5,
      ),
    ],
    [
      'one that 39 call',
      chart(
        40,
        Array.from({length: 39}, (_, at) => [at + 1, 0]),
        () => undefined,
      ),
    ],
    [
      'a chain of 40',
      chart(
        40,
        Array.from({length: 39}, (_, at) => [at, at + 1]),
        (at) => at % 4,
      ),
    ],
    ['40 that nothing connects', chart(40, [], (at) => at % 3)],
  ])('has no overlap: %s', (_, chart) => {
    expect(allFaults(chart)).toEqual([]);
  });

  it('has no overlap, whatever calls whatever', () => {
    const charts = fc
      .integer({min: 1, max: 24})
      .chain((count) =>
        fc.record({
          count: fc.constant(count),
          edges: fc.uniqueArray(fc.tuple(fc.nat(count - 1), fc.nat(count - 1)), {
            maxLength: 40,
            selector: ([from, to]) => from * count + to,
          }),
          groups: fc.array(fc.option(fc.nat(4), {nil: undefined}), {
            minLength: count,
            maxLength: count,
          }),
        }),
      )
      .map(({count, edges, groups}) => chart(count, edges, (index) => groups[index]));
    fc.assert(
      fc.property(charts, (chart) => {
        expect(allFaults(chart)).toEqual([]);
      }),
      {numRuns: 40},
    );
  });

  it('stays as narrow as a page, also where one calls 39', () => {
    const {width} = placeChart(
      chart(
        40,
        Array.from({length: 39}, (_, at) => [0, at + 1]),
        () => undefined,
      ),
    );
    expect(width).toBeLessThan(1400);
  });
});
