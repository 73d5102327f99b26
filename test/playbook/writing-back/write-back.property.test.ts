// What is settled at random comes back from the file, and nothing else of it is changed.
import {readFileSync} from 'node:fs';
import * as fc from 'fast-check';
import {expect, test} from 'vitest';
import type {ItemToWrite} from '../../../source/playbook/writing-back/standing.ts';
import {amount, isFull} from '../../harness/amount.ts';
import {fixtureNames, fixturePath} from '../fixtures.ts';
import {faultsOf, itemsOf} from './faults-of.ts';
import {checklist} from './random-checklist.ts';

const status = fc.constantFrom<(ItemToWrite['status'] | undefined)[]>(
  undefined,
  undefined,
  'done',
  'done',
  'open',
  'not-applicable',
);
const said = fc.record({
  status,
  owner: fc.constantFrom(undefined, undefined, 'Lee', 'Ana Bell', 'a|b', '*x*'),
  dueOn: fc.constantFrom(undefined, undefined, '2027-01-02'),
  link: fc.constantFrom(undefined, undefined, 'https://b.example/run?a=1|2'),
});
interface Said {
  readonly status?: ItemToWrite['status'] | undefined;
  readonly owner?: string | undefined;
  readonly dueOn?: string | undefined;
  readonly link?: string | undefined;
}

function settled(item: ItemToWrite, {status, owner, dueOn, link}: Said = {}): ItemToWrite {
  return {
    ...item,
    status: status ?? item.status,
    owner: owner ?? item.owner,
    dueOn: dueOn ?? item.dueOn,
    evidence: link === undefined ? item.evidence : [...item.evidence, link],
  };
}

/** The usual run tries the same each time, so that a change is red for what it does; the full one looks for more. */
const always = isFull ? {} : {seed: 27};

const picks = fc.array(said, {minLength: 1, maxLength: 12});

test('what is settled in a random checklist comes back, and only its lines differ', async () => {
  await fc.assert(
    fc.asyncProperty(checklist, picks, async (text, picked) => {
      const bytes = Buffer.from(text);
      const items = (await itemsOf(bytes)).map((item, at) =>
        settled(item, picked[at % picked.length]),
      );
      expect(await faultsOf(bytes, items)).toEqual([]);
    }),
    {numRuns: amount(20, 2000), ...always},
  );
});

test('with boxes for all, the items stay what they were', async () => {
  await fc.assert(
    fc.asyncProperty(checklist, fc.array(status, {minLength: 1}), async (text, picked) => {
      const bytes = Buffer.from(text);
      const items = (await itemsOf(bytes)).map((item, at) =>
        settled(item, {status: picked[at % picked.length]}),
      );
      expect(await faultsOf(bytes, items, {hasBoxes: true})).toEqual([]);
    }),
    {numRuns: amount(8, 1000), ...always},
  );
});

test.each(fixtureNames)('what is settled in %s comes back', async (name) => {
  const bytes = readFileSync(fixturePath(name));
  const statuses = ['done', 'not-applicable', 'open'] as const;
  const items = (await itemsOf(bytes)).map((item, at) =>
    settled(item, {status: statuses[at % 3] ?? 'open', owner: 'Lee', dueOn: '2027-01-02'}),
  );
  expect(await faultsOf(bytes, items)).toEqual([]);
});
