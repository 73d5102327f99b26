import {cp, mkdir} from 'node:fs/promises';
import path from 'node:path';
import {expect, test} from 'vitest';
import {handoffFolder, handoffIds} from '../../../source/store/handoff-folders.ts';
import {readPlaces} from '../../../source/store/sharing/places-here.ts';
import {readSnapshot} from '../../../source/store/snapshot.ts';
import {makeWorld, type World} from '../../fixtures/world/world.ts';
import {keys} from '../../harness/keys.ts';
import {openWizard} from '../../harness/wizard.tsx';
import {makeStoreHome} from '../../harness/store-home.ts';

/** A folder in which the handoff is shared, and below it where somebody starts the program. */
async function shareIn({home, id, folder}: World, as = id): Promise<string> {
  await cp(handoffFolder(home, id), path.join(folder, '.handoff', as), {recursive: true});
  await mkdir(path.join(folder, 'deploy'), {recursive: true});
  return path.join(folder, 'deploy');
}

const colleague = 'Ana Silva';

test('whoever starts in a folder where one is shared is offered it, and has it once they said so', async () => {
  await using world = await makeWorld('new');
  await using store = makeStoreHome();
  const home = path.join(store.path, 'store');
  const folder = await shareIn(world);
  await using wizard = await openWizard({home, actor: colleague, folder, args: []});
  await wizard.waitFor(
    /❯ Take in Corner Shop Cooperative · Orders service, shared here by Jordan Ruiz/u,
  );
  wizard.write(keys.enter);
  await wizard.waitFor(
    /Begun by Jordan Ruiz[^]*It comes from elsewhere[^]*❯ Take it in, and open/u,
  );
  wizard.write(keys.escape);
  await wizard.waitFor('Hand over what you have deployed');
  expect(handoffIds(home)).toEqual([]);
  wizard.write(keys.enter);
  await wizard.waitFor('❯ Take it in, and open it');
  wizard.write(keys.enter);
  await wizard.waitFor(/Corner Shop Cooperative · Orders service[^]*PREPARATION/u);
  expect(readSnapshot(home, world.id).journal).toEqual(world.journal());
  expect(readPlaces(home, world.id)).toEqual({workspace: world.folder, shared: world.folder});
  wizard.write(keys.escape);
  const rows = await wizard.waitFor(/ 1 handoff$/mu);
  expect(rows.join('\n')).not.toContain('Shared here');
});

test('home has it beside the own ones, says where colleagues have written more, and refuses what is none', async () => {
  await using world = await makeWorld('new');
  await using other = await makeWorld('prepared');
  const folder = await shareIn(world);
  // What lies there under another name than its own is not that handoff.
  await shareIn(world, 'another');
  await using wizard = await openWizard({home: other.home, actor: colleague, folder, args: []});
  await wizard.waitFor('1 handoff, 1 shared here');
  await wizard.waitFor(/Shared here +another · last change .* by Jordan Ruiz/u);
  await wizard.waitFor(/❯ +Corner Shop .*colleagues have written more/u);
  wizard.write(keys.up);
  await wizard.waitFor('⏎ take it in');
  wizard.write(keys.enter);
  await wizard.waitFor('❯ Take it in, and open it');
  wizard.write(keys.enter);
  await wizard.waitFor('Nothing was taken in: what is shared as "another" is the handoff "orders"');
  expect(handoffIds(other.home)).toEqual([other.id]);
});
