import {readFile} from 'node:fs/promises';
import path from 'node:path';
import * as fc from 'fast-check';
import {expect, test} from 'vitest';
import type {Change} from '../../../source/handoff/changes/catalogue.ts';
import type {Handoff} from '../../../source/handoff/model/handoff.ts';
import {openReader} from '../../../source/store/snapshot.ts';
import {amount} from '../../harness/amount.ts';
import {id, makeClones, workBeside, type Person} from './clones.ts';

const items = ['criteria-validated', 'team-trained', 'architecture'] as const;

type Event =
  | {readonly kind: 'change'; readonly who: number; readonly what: number; readonly pick: number}
  | {readonly kind: 'sync' | 'share'; readonly who: number}
  | {readonly kind: 'meanwhile'; readonly who: readonly [number, number]}
  | {
      readonly kind: 'commit' | 'stage' | 'edit' | 'pull' | 'rebase' | 'push';
      readonly who: number;
    }
  | {readonly kind: 'network'};

const who = fc.nat({max: 2});
const anyEvents: fc.Arbitrary<readonly Event[]> = fc.array(
  fc.oneof(
    {
      weight: 8,
      arbitrary: fc.record({
        kind: fc.constant('change' as const),
        who,
        what: fc.nat({max: 5}),
        pick: fc.nat({max: 9}),
      }),
    },
    {weight: 4, arbitrary: fc.record({kind: fc.constant('sync' as const), who})},
    {weight: 1, arbitrary: fc.record({kind: fc.constant('share' as const), who})},
    {
      weight: 1,
      arbitrary: fc.record({kind: fc.constant('meanwhile' as const), who: fc.tuple(who, who)}),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        kind: fc.constantFrom('commit', 'stage', 'edit', 'pull', 'rebase', 'push'),
        who,
      }),
    },
    {weight: 1, arbitrary: fc.constant({kind: 'network' as const})},
  ),
  {minLength: 6, maxLength: 16, size: 'max'},
);

function changesOf({records}: Handoff, name: string, what: number, pick: number): Change[] {
  const item = items[pick % items.length] ?? 'architecture';
  const row = records[pick % Math.max(1, records.length)]?.id;
  const text = `${name} ${pick}`;
  const all: Change[][] = [
    [{type: 'item/settled', item, status: pick % 2 ? 'done' : 'open'}],
    [
      {type: 'item/noted', item, note: text},
      {type: 'item/assigned', item, owner: text},
    ],
    [{type: 'item/written', item, text}],
    [{type: 'record/added', register: 'contacts', item, fields: {name: text}}],
    row ? [{type: 'record/changed', record: row, fields: {level: text}}] : [],
    row ? [{type: 'record/removed', record: row}] : [],
  ];
  return all[what] ?? [];
}

/** What people did in their clones besides. */
async function ownWork({git, clone, name}: Person) {
  const staged = await git('diff', '--cached', '--name-only');
  const readme = await readFile(path.join(clone, 'README.md'), 'utf8');
  const commits = await git('log', '--format=%s', `--grep=work of ${name}`);
  return {staged, readme, commits};
}

test.each([2, 3])(
  '%d clones converge, whatever happens in them in whichever order, and no work beside is touched',
  async (size) => {
    await fc.assert(
      fc.asyncProperty(anyEvents, async (events) => {
        await using clones = await makeClones(['ana', 'ben', 'cleo'].slice(0, size));
        const {people, setOffline} = clones;
        const saved: string[] = ['created'];
        const unmerged: string[] = [];
        const touched: (readonly [before: object, after: object])[] = [];
        const at = (index: number): Person => people[index % size] as Person;
        let isOffline = false;
        for (const event of events)
          if (event.kind === 'network') await setOffline((isOffline = !isOffline));
          else if (event.kind === 'meanwhile')
            await Promise.all(event.who.map((one) => at(one).sync()));
          else if (event.kind === 'change') {
            const one = at(event.who);
            saved.push(
              ...(await one.change((handoff) =>
                changesOf(handoff, one.name, event.what, event.pick),
              )),
            );
          } else {
            const one = at(event.who);
            const before = await ownWork(one);
            const isOurs = event.kind === 'sync' || event.kind === 'share';
            if (isOurs) await one.sync(event.kind === 'share');
            else await workBeside(one, event.kind);
            if (isOurs) touched.push([before, await ownWork(one)]);
            unmerged.push(await one.git('diff', '--name-only', '--diff-filter=U'));
          }
        // Nobody has anything to mend, and what they did besides is as it was.
        expect(unmerged.join('')).toBe('');
        expect(touched.map(([, after]) => after)).toEqual(touched.map(([before]) => before));
        if (isOffline) await setOffline(false);
        for (const one of [...people, ...people]) await one.sync();
        const states = people.map(({home}) => openReader(home, id).snapshot());
        const [first] = states;
        expect(first?.journal.map((action) => action.id).toSorted()).toEqual(saved.toSorted());
        for (const {journal, problems, handoff, heads} of states) {
          expect(problems).toEqual([]);
          expect(journal).toEqual(first?.journal);
          expect(heads).toEqual(first?.heads);
          expect({...handoff, workspace: ''}).toEqual({...first?.handoff, workspace: ''});
        }
      }),
      {numRuns: amount(1, 250)},
    );
  },
  amount(120_000, 7_200_000),
);
