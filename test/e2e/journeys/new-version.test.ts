import {expect, test} from 'vitest';
import {itemStanding} from '../../../source/handoff/standing/item-standing.ts';
import {allItems} from '../../../source/playbook/walk.ts';
import {firstFile, secondFile} from '../../handoff/taking-over/team-file.ts';
import {keys} from '../../harness/keys.ts';
import {makePlace, type Place} from '../place.ts';

const id = 'apex-pay';

async function startByFile(place: Place): Promise<void> {
  const file = await place.write('go-live.md', firstFile);
  await place.run(['new', '--customer', 'Apex', '--system', 'Pay', '--playbook', file]);
  await place.run(['item', 'close-the-ports', 'done']);
}

const told = 'The playbook has changed: 1 new, 1 reworded, 1 gone, 1 moved.';

test('the wizard says that the file has changed, shows it, takes it over, and u brings the old one back', async () => {
  await using place = makePlace();
  await startByFile(place);
  await place.write('go-live.md', secondFile);
  await using wizard = await place.openHere(['resume', id]);
  await wizard.waitFor(`${told} P shows it.`);
  wizard.write('P');
  await wizard.waitFor('A new version of the playbook');
  await wizard.waitFor('+ Keep a dump for seven years');
  await wizard.waitFor('was: Close the ports to the outside');
  await wizard.waitFor('It was settled in the old words and opens again.');
  wizard.write(keys.escape);
  await wizard.waitFor('❯ ○ Order the two machines');
  const before = (await place.stored(id)).journal.length;
  wizard.write('P');
  await wizard.waitFor('A new version of the playbook');
  wizard.write('t');
  await wizard.waitFor('Taken over. u brings the old version back.');
  await wizard.waitFor('reworded since');
  const {handoff, journal} = await place.stored(id);
  expect(journal).toHaveLength(before + 1);
  expect(itemStanding(handoff, 'close-the-ports-to-the-outside').status).toBe('open');
  wizard.write('P');
  await wizard.waitFor('is as the handoff has it');
  wizard.write('u');
  await wizard.waitFor('Taken back: the new version of the playbook');
  await wizard.waitFor('✔ Close the ports to the outside');
});

test('a file that changes again while it is shown is shown anew', async () => {
  await using place = makePlace();
  await startByFile(place);
  await place.write('go-live.md', secondFile);
  await using wizard = await place.openHere(['resume', id]);
  await wizard.waitFor(told);
  wizard.write('P');
  await wizard.waitFor('+ Keep a dump for seven years');
  await place.write('go-live.md', `${secondFile}- [ ] Burn the old disks\n`);
  const before = (await place.stored(id)).journal.length;
  wizard.write(keys.enter);
  await wizard.waitFor('The file has changed again; this is how it is now.');
  await wizard.waitFor('+ Burn the old disks');
  expect((await place.stored(id)).journal).toHaveLength(before);
  wizard.write(keys.enter);
  await wizard.waitFor('Taken over.');
  const texts = allItems((await place.stored(id)).handoff.playbook).map(({item}) => item.text);
  expect(texts).toContain('Burn the old disks');
});

test('A adds an item behind the selected one, and D removes it after a yes', async () => {
  await using place = makePlace();
  await startByFile(place);
  await using wizard = await place.openHere(['resume', id]);
  await wizard.waitFor('❯ ○ Order the two machines');
  wizard.write('A');
  await wizard.waitFor('New item');
  wizard.write(keys.enter);
  await wizard.waitFor('Say what is to be done.');
  wizard.write('Label the cables');
  await wizard.waitFor('Label the cables');
  wizard.write(keys.enter);
  await wizard.waitFor('Added: Label the cables');
  await wizard.waitFor(/❯ ○ Label the cables .*added here/u);
  const items = async () =>
    allItems((await place.stored(id)).handoff.playbook)
      .map(({item}) => item.text)
      .slice(0, 3);
  expect(await items()).toEqual([
    'Order the two machines',
    'Label the cables',
    'Close the ports to the outside',
  ]);
  wizard.write('D');
  await wizard.waitFor('Remove "Label the cables"');
  wizard.write('yes');
  await wizard.waitFor('yes');
  wizard.write(keys.enter);
  await wizard.waitFor('Removed: Label the cables. u brings it back.');
  expect(await items()).not.toContain('Label the cables');
});
