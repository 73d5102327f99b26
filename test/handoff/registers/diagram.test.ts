import {expect, it} from 'vitest';
import {architectureDiagram} from '../../../source/handoff/registers/diagram.ts';
import {foldJournal} from '../../../source/handoff/changes/fold.ts';
import {journalOf} from '../../fixtures/journals.ts';

interface Component {
  readonly name: string;
  readonly version?: string;
  readonly place?: string;
  readonly calls?: string;
}

function diagram(
  components: readonly Component[],
  dependencies: Readonly<Record<string, string>> = {},
): string[] {
  return architectureDiagram(
    foldJournal(
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
    ),
  );
}

it('is empty without components', () => {
  expect(diagram([], {Mail: 'we call it'})).toEqual([]);
});

it('shows callers above, what is called below, and what stands where', () => {
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
    'Tills (outside)',
    '├─ API 2.4.1 (shop-1)',
    '│  ├─ Database 16',
    '│  └─ Card payments (outside)',
    '└─ Worker',
    '   └─ Database 16',
    'Called from here as well: Mail',
  ]);
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
