import {expect, test} from 'vitest';
import type {Handoff} from '../../../source/handoff/model/handoff.ts';
import {createServices} from '../../../source/services/wizard-services.ts';
import {itemRows} from '../../../source/wizard/steps/items/item-rows.ts';
import {createLongStep} from '../../benchmark/benchmark-store.ts';
import {makeStoreHome} from '../../harness/store-home.ts';

const now = '2031-03-01T12:00:00.000Z';
const later = '2031-03-05T12:00:00.000Z';

const itemsOf = ({playbook}: Handoff) => playbook.phases[0]?.steps[0]?.items ?? [];
const rowsOf = (handoff: Handoff, at = now) => itemRows({handoff, now: at}, itemsOf(handoff));

test('what changes at one item makes one other row, and a day that passes is told though nothing changed', async () => {
  await using home = makeStoreHome();
  const id = await createLongStep(home.path, 5);
  const live = await createServices({home: home.path, actor: 'J. Ruiz'}).openHandoff(id);
  const handoff = () => live.snapshot().handoff;
  const [, second = '', third = '', fourth = ''] = itemsOf(handoff()).map((item) => item.id);
  const remarks = (index: number, at = now) =>
    rowsOf(handoff(), at)[index]?.remarks?.map(({text}) => text);
  const before = rowsOf(handoff());

  await live.dispatch([{type: 'item/settled', item: second, status: 'done'}]);
  const rows = rowsOf(handoff());
  expect(rows.map((row, index) => row === before[index])).toEqual([true, false, true, true, true]);
  expect(rows[1]?.sign?.word).toBe('done');

  await live.dispatch([{type: 'item/scheduled', item: third, due: '2031-03-03'}]);
  expect(remarks(2)).toEqual(['due Mon 3 Mar']);
  expect(remarks(2, later)).toEqual(['overdue since Mon 3 Mar']);
  expect(remarks(2)).toEqual(['due Mon 3 Mar']);

  await live.dispatch([{type: 'item/addressed', item: fourth, audience: 'internal'}]);
  expect(remarks(3)).toEqual(['internal']);
  await live.close();
});
