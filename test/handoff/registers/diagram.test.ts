import {expect, it} from 'vitest';
import type {Handoff} from '../../../source/handoff/model/handoff.ts';
import {architectureChart, architectureDiagram} from '../../../source/handoff/registers/diagram.ts';
import {foldJournal} from '../../../source/handoff/changes/fold.ts';
import {journalOf} from '../../fixtures/journals.ts';

interface Component {
  readonly name: string;
  readonly version?: string;
  readonly place?: string;
  readonly calls?: string;
}

function handoffWith(
  components: readonly Component[],
  dependencies: Readonly<Record<string, string>> = {},
): Handoff {
  return foldJournal(
    journalOf([
      ...components.map((fields) => ({
        type: 'record/added' as const,
        register: 'components' as const,
        item: 'architecture',
        fields: {...fields},
      })),
      ...Object.entries(dependencies).map(([name, direction]) => ({
        type: 'record/added' as const,
        register: 'dependencies' as const,
        item: 'architecture',
        fields: {name, direction},
      })),
    ]),
  );
}

const diagram = (...parts: Parameters<typeof handoffWith>) =>
  architectureDiagram(handoffWith(...parts));

it('is empty without components', () => {
  expect(diagram([], {Mail: 'we call it'})).toEqual([]);
});

it('shows what is called below, what stands where, and what nobody has said apart', () => {
  expect(
    diagram(
      [
        {name: 'API', version: '2.4.1', place: 'shop-1', calls: 'Database, card payments'},
        {name: 'Worker', calls: 'database'},
        {name: 'Database', version: '16'},
      ],
      {Tills: 'it calls us', 'Card payments': 'we call it', Mail: 'both'},
    ),
  ).toEqual([
    'API 2.4.1 (shop-1)',
    '├─ Database 16',
    '└─ Card payments (outside)',
    'Worker',
    '└─ Database 16',
    'Call the system, which part is not said: Tills',
    'Called by the system, by which part is not said: Mail',
  ]);
});

it('draws every call of a system of one component, which can be of no other', () => {
  expect(
    diagram([{name: 'API', calls: 'Cache'}], {Tills: 'it calls us', Mail: 'we call it'}),
  ).toEqual(['Tills (outside)', '└─ API', '   ├─ Cache (not described)', '   └─ Mail (outside)']);
});

it('draws no arrow that nobody stated', () => {
  const calls = {Tills: 'it calls us', Mail: 'we call it'};
  const components = [{name: 'Web', calls: 'API'}, {name: 'API'}];
  const chart = (handoff: Handoff) => architectureChart(handoff).filter((row) => row.includes('>'));
  expect(chart(handoffWith(components, calls))).toEqual(['  n1 --> n2']);
  expect(chart(handoffWith([{name: 'API'}], calls))).toEqual(['  n2 --> n1', '  n1 --> n3']);
});

it('marks circles, also of one, and ends', () => {
  expect(
    diagram([
      {name: 'A', calls: 'B; A'},
      {name: 'B', calls: 'C'},
      {name: 'C', calls: 'a'},
    ]),
  ).toEqual(['A', '├─ B', '│  └─ C', '│     └─ A (back in a circle)', '└─ A (back in a circle)']);
});

it('says which names nothing describes, and draws what is called twice once', () => {
  expect(
    diagram([
      {name: 'Web', calls: 'API, Cache'},
      {name: 'Jobs', calls: 'API'},
      {name: 'API', calls: 'Ghost'},
    ]),
  ).toEqual([
    'Web',
    '├─ API',
    '│  └─ Ghost (not described)',
    '└─ Cache (not described)',
    'Jobs',
    '└─ API (see above)',
  ]);
});
