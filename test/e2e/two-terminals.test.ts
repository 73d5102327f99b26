import {expect, test} from 'vitest';
import {keys} from '../harness/keys.ts';
import {makePlace} from './place.ts';
import {stepRows} from './steps.ts';

test.concurrent('what one terminal does appears in the other without a key press, and undo in both', async () => {
  await using place = makePlace();
  const id = await place.start();
  await using first = place.open(['resume']);
  await using second = await place.openHere(['resume']);
  await first.waitFor('❯ ○ Validate every');
  await second.waitFor('❯ ○ Validate every');

  first.write(keys.enter);
  await first.waitFor('❯ ○ See the whole');
  await second.waitFor('❯ ✔ Validate every');

  second.write(`${keys.down.repeat(3)} `);
  await second.waitFor('❯ ✔ Train the');
  await first.waitFor(/✔ Validate every[^]*❯ ○ See the whole[^]*✔ Train the/);

  second.write('u');
  await second.waitFor(/❯ ○ Train the[^]*Taken back: .*Train/);
  await first.waitFor(/✔ Validate every[^]*❯ ○ See the whole[^]*○ Train the/);
  second.write('U');
  await second.waitFor('❯ ✔ Train the');
  await first.waitFor(/❯ ○ See the whole[^]*✔ Train the/);

  first.write(`nno need${keys.enter}`);
  await first.waitFor('❯ – See the whole');
  const shown = await second.waitFor(/✔ Validate every[^]*– See the whole[^]*❯ ✔ Train the/);
  const marks = (rows: readonly string[]) =>
    stepRows(rows).flatMap((row) => /[✔–○] [A-Z].*/u.exec(row)?.[0] ?? []);
  expect(marks(shown)).toEqual(marks(first.screen()));
  expect(
    (await place.stored(id)).journal
      .slice(1)
      .map(({type}) => type)
      .join(' '),
  ).toBe('item/settled item/settled undone undone item/settled');
});

test.concurrent('two terminals that write at the same time both keep everything', async () => {
  await using place = makePlace();
  const id = await place.start();
  await using first = place.open(['resume']);
  await using second = await place.openHere(['resume']);
  await first.waitFor('❯ ○ Validate every');
  await second.waitFor('❯ ○ Validate every');
  second.write(keys.right.repeat(3));
  await second.waitFor((rows) => stepRows(rows)[0]?.startsWith('Training') === true);
  // Three of the seven wait for a fact: a key that is off there would drop what was typed behind it.
  first.write([1, 2, 3].map((rows) => ` ${keys.down.repeat(rows)}`).join('') + ' ');
  second.write(` ${keys.down}`.repeat(3));
  const isThere = /preparation 7\/39/;
  await first.waitFor(isThere);
  await second.waitFor(isThere);
  expect((await place.stored(id)).journal).toHaveLength(8);
});

test.concurrent('an open wizard shows what commands do, without a key press', async () => {
  await using place = makePlace();
  const id = await place.start();
  await using wizard = await place.openHere();
  await wizard.waitFor('❯   Apex Banking');
  await place.run(['new', '--customer', 'Corner Shop', '--system', 'Tills']);
  await wizard.waitFor(/Corner Shop · Tills[^]*❯ +Apex Banking/);
  wizard.write(keys.enter);
  await wizard.waitFor('❯ ○ Validate every');
  await place.run(['item', 'train-the', 'na', '--reason', 'trained before', '--handoff', id]);
  await wizard.waitFor('– Train the receiving team');
  expect((await place.stored(id)).position).toBeUndefined();
});
