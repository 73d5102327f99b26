import {expect, test} from 'vitest';
import {makeStoreHome} from '../harness/store-home.ts';
import {listHandoffs} from '../../source/store/list-handoffs.ts';
import {createLongStep, fillHome} from './benchmark-store.ts';
import {createLargeHandoff} from './documents.ts';

test('what is measured can still be made: the rules refuse none of it', async () => {
  await using home = makeStoreHome();
  await fillHome(home.path, 2);
  await createLongStep(home.path, 5, {notes: 5});
  await createLargeHandoff(home.path);
  expect((await listHandoffs(home.path)).handoffs).toHaveLength(4);
});
