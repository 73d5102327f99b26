import {describe, expect, it} from 'vitest';
import {architectureOf} from '../../../source/handoff/architecture/architecture.ts';
import {architectureCharts} from '../../../source/documents/diagrams/architecture-chart.ts';
import type {Chart} from '../../../source/documents/diagrams/chart.ts';
import {readChart, writeChart} from '../../../source/documents/diagrams/chart-text.ts';
import {placeChart} from '../../../source/documents/diagrams/place-chart.ts';
import {described} from '../../fixtures/architectures.ts';

const chartsOf = (...[rows]: Parameters<typeof described>) =>
  architectureCharts(architectureOf(described(rows)));

const chartOf = (...[rows]: Parameters<typeof described>) => chartsOf(rows).join('\n---\n');

describe('a chart as the text of Mermaid', () => {
  it('is read back as it was written, whatever the names are', () => {
    const chart: Chart = {
      groups: [{id: 'g1', label: 'host "1" [a] #35; <b>'}],
      nodes: [
        {id: 'n1', label: ['A"] --> n2', '2.4.1'], group: 'g1', isOutside: false},
        {id: 'n2', label: ['सन्देश 👩🏽‍🚀 واجهة', 'a|b`c\\d;e&f{g}'], group: undefined, isOutside: true},
      ],
      edges: [{from: 'n1', to: 'n2'}],
    };
    expect(readChart(writeChart(chart))).toEqual(chart);
  });

  it.each([
    'flowchart LR\n  n1["A"]',
    'flowchart TD\n  n1["A"]\n  n1 --> n2',
    'flowchart TD\n  n1["A"]\n  n1 -.-> n1',
    'flowchart TD\n  subgraph g1["x"]\n  n1["A"]',
    'flowchart TD',
    'sequenceDiagram\n  A->>B: hello',
  ])('is left alone where it has other words: %j', (text) => {
    expect(readChart(text)).toBeUndefined();
  });
});

describe('the chart of an architecture', () => {
  it('has a frame for a host that parts share, and the place of others in their boxes', () => {
    const text = chartOf({
      components: [
        {name: 'API', version: '2.4.1', place: 'shop-1, port 80', calls: 'Database; Cards'},
        {name: 'Worker', place: 'Shop-1'},
        {name: 'Database', place: 'db-1'},
      ],
      dependencies: {Cards: 'we call it', Tills: 'it calls us'},
    });
    expect(text.split('\n')).toEqual([
      'flowchart TD',
      '  subgraph g1["shop-1"]',
      '    n1["API<br/>2.4.1"]',
      '    n2["Worker"]',
      '  end',
      '  n3["Database<br/>db-1"]',
      '  n4(["Cards"])',
      '  n5(["Tills"])',
      '  n1 --> n3',
      '  n1 --> n4',
    ]);
  });

  it('cuts a name of 200 letters', () => {
    const [, node] = chartOf({components: [{name: 'x'.repeat(200), calls: 'x'.repeat(200)}]}).split(
      '\n',
    );
    expect(node).toBe(`  n1["${'x'.repeat(59)}…"]`);
  });

  it('is none where nobody said who calls whom, or where there is too much for a page', () => {
    const many = Array.from({length: 25}, (_, at) => ({name: `P${at}`, calls: `P${at + 1}`}));
    expect(chartsOf({components: [{name: 'API'}, {name: 'Database'}]})).toEqual([]);
    expect(chartsOf({components: many})).toEqual([]);
    expect(chartOf({components: many.slice(0, 23)})).toContain('n22 --> n23');
  });

  it('is one for each host where all of it is too much for a page, with what is called from there', () => {
    const names = Array.from({length: 40}, (_, at) => `P${at}`);
    const components = names.map((name, at) => ({
      name,
      place: at < 36 ? `host-${Math.floor(at / 9)}` : `alone-${at}`,
      calls: names[at + 1] ?? '',
    }));
    const charts = chartsOf({components});
    expect(charts).toHaveLength(5);
    const [first = '', second = ''] = charts;
    expect(first).toContain('subgraph g1["host-0"]');
    expect(first).toContain('"P9<br/>host-1"');
    expect(first).not.toContain('P10');
    expect(second).toContain('"P8<br/>host-0"');
    for (const name of names) expect(charts.join('\n')).toMatch(new RegExp(`"${name}["<]`, 'u'));
    for (const chart of charts) {
      const placed = placeChart(readChart(chart) ?? {nodes: [], groups: [], edges: []});
      // Names of 13 pixels are at least 6 points on a page of 483 by 640.
      expect(13 * Math.min(0.75, 483 / placed.width, 640 / placed.height)).toBeGreaterThan(6);
    }
  });
});
