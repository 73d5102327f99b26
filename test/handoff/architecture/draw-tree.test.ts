import {expect, it} from 'vitest';
import {architectureOf} from '../../../source/handoff/architecture/architecture.ts';
import {drawTree} from '../../../source/handoff/architecture/draw-tree.ts';
import {described} from '../../fixtures/architectures.ts';

const tree = (...[rows]: Parameters<typeof described>) => drawTree(architectureOf(described(rows)));

it('is empty without components', () => {
  expect(tree({dependencies: {Mail: 'we call it'}})).toEqual([]);
});

it('shows what is called below, from the outside in, and what nobody has said last', () => {
  expect(
    tree({
      components: [
        {name: 'API', version: '2.4.1', place: 'shop-1', calls: 'Database, card payments'},
        {name: 'Worker', calls: 'database'},
        {name: 'Database', version: '16'},
      ],
      dependencies: {Tills: 'it calls us', 'Card payments': 'we call it', Mail: 'we call it'},
      flows: [{from: 'Tills', to: 'API'}],
    }),
  ).toEqual([
    'Tills (outside)',
    '└─ API 2.4.1 (shop-1)',
    '   ├─ Database 16',
    '   └─ Card payments (outside)',
    'Worker',
    '└─ Database 16',
    'The system calls "Mail": which part of it does is not said.',
  ]);
});

it('marks circles, also of one, and ends', () => {
  expect(
    tree({
      components: [
        {name: 'A', calls: 'B; A'},
        {name: 'B', calls: 'C'},
        {name: 'C', calls: 'a'},
      ],
    }),
  ).toEqual(['A', '├─ B', '│  └─ C', '│     └─ A (back in a circle)', '└─ A (back in a circle)']);
});

it('draws what is called twice once', () => {
  expect(
    tree({
      components: [
        {name: 'Web', calls: 'API'},
        {name: 'Jobs', calls: 'API'},
        {name: 'API', calls: 'Cache'},
        {name: 'Cache'},
      ],
    }),
  ).toEqual(['Web', '└─ API', '   └─ Cache', 'Jobs', '└─ API (see above)']);
});
