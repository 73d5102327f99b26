import {readdir, readFile} from 'node:fs/promises';
import path from 'node:path';
import {expect, test} from 'vitest';
import {keepLook} from '../../../source/store/progress/keep-progress.ts';
import {keepPlaces} from '../../../source/store/sharing/places-here.ts';
import {engineer} from '../../fixtures/world/story.ts';
import {makeWorld, type World} from '../../fixtures/world/world.ts';
import {keys} from '../../harness/keys.ts';
import {openWizard} from '../../harness/wizard.tsx';

const {enter, escape} = keys;

async function makeTold(): Promise<World> {
  const world = await makeWorld('new');
  keepPlaces(world.home, world.id, {workspace: world.folder});
  await keepLook(world.home, world.id, world.snapshot().heads);
  await world.by('Mina Kern', {type: 'item/noted', item: 'network', note: 'By mail'});
  return world;
}

const open = ({home, folder, id}: World) =>
  openWizard({home, actor: engineer, folder, args: ['resume', id]});

test('whoever opens it is told what colleagues did since, once, and a key lists it', async () => {
  await using world = await makeTold();
  {
    await using wizard = await open(world);
    await wizard.waitFor(/Since you were last here: Mina Kern recorded the note on "Network"\. Y/u);
    wizard.write('Y');
    await wizard.waitFor(
      /Not shared yet[^]*Held by Jordan Ruiz[^]*Since you were last here[^]*Mina Kern: What was deployed: the note/u,
    );
    // What comes while it is open is listed too.
    await world.by('Mina Kern', {type: 'item/noted', item: 'network', note: 'By phone'});
    await wizard.waitFor(/(?:Mina Kern: What was deployed: the note[^]*){2}/u);
    wizard.write(escape);
    await wizard.waitFor('Readiness checklist');
  }
  await using again = await open(world);
  const rows = await again.waitFor('Readiness checklist');
  expect(rows.join('\n')).not.toContain('Since you were last here');
});

test('it is passed on from there, and who takes it has the document', async () => {
  await using world = await makeTold();
  await using wizard = await open(world);
  await wizard.waitFor('Readiness checklist');
  wizard.write('Y');
  await wizard.waitFor('3 Pass it on');
  wizard.write('3');
  await wizard.waitFor('Pass it on to:');
  wizard.write(`Sam Reed${enter}`);
  await wizard.waitFor('What should they know first?');
  wizard.write(`Ask Mina before you restart${enter}`);
  await wizard.waitFor(/Passed on to Sam Reed\.[^]*Written for them/u);
  const file = `${world.id}-handover.html`;
  expect(await readdir(world.folder)).toContain(file);
  expect(await readFile(path.join(world.folder, file), 'utf8')).toContain('Ask Mina before');
  expect(world.handoff().holder).toMatchObject({name: 'Sam Reed', by: engineer});
});
