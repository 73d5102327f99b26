import {rename, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {expect, test} from 'vitest';
import type {Change} from '../../../source/handoff/changes/catalogue.ts';
import {toAction} from '../../../source/handoff/changes/journal.ts';
import {createJournal} from '../../../source/store/create-handoff.ts';
import {keepPlaces} from '../../../source/store/sharing/places-here.ts';
import {created} from '../../fixtures/journals.ts';
import {keys} from '../../harness/keys.ts';
import {openWizard} from '../../harness/wizard.tsx';
import {id, makeClones} from './clones.ts';

const note = (text: string) => () => [
  {type: 'item/noted', item: 'architecture', note: text} as const,
];

test('in the wizard it is synced, shared for the first time, and what git says is told', async () => {
  await using clones = await makeClones(['Ana', 'Ben']);
  const [ana, ben] = clones.people;
  if (!ana || !ben) throw new Error('nobody');
  await ben.sync();
  await ana.change(note('By mail'));
  await ana.sync();
  {
    const {home, name: actor, clone: folder} = ben;
    await using wizard = await openWizard({home, actor, folder, args: ['resume', id]});
    wizard.write('Y');
    await wizard.waitFor(`Shared in ${folder}.`);
    wizard.write('1');
    await wizard.waitFor(/Taken in: .* 1 change \(Ana 1\)/u);
    await wizard.waitFor(/Since you were last here[^]*Ana: .*the note on/u);
    await ben.change(note('By phone'));
    await ana.change(note('By fax'));
    await ana.sync();
    await writeFile(path.join(folder, 'README.md'), 'changed\n');
    await writeFile(path.join(ana.clone, 'README.md'), 'other\n');
    await ana.git('commit', '-qam', 'work');
    await ana.git('push', '-q');
    wizard.write('1');
    await wizard.waitFor('files that you have changed stand in');
    await wizard.waitFor(/▲ 2 Choose where answers differ/u);
    wizard.write('2');
    await wizard.waitFor(/What holds for the note on[^]*❯/u);
    wizard.write(keys.enter);
    await wizard.waitFor('Nothing was answered in several ways.');
    await rename(path.join(folder, '.git'), path.join(folder, 'away'));
    wizard.write('1');
    await wizard.waitFor(/is no checkout of a git\s+repository/u);
    await rename(path.join(folder, 'away'), path.join(folder, '.git'));
  }
  // One of her own, which nobody has yet: it is asked before all can read it.
  const stamp = {id: 'other', at: new Date().toISOString(), actor: ana.name};
  createJournal(ana.home, ['other-one'], () => [
    toAction([], {...created, handoff: 'other-one'} as Change, stamp),
  ]);
  keepPlaces(ana.home, 'other-one', {workspace: ana.clone});
  const {home, name: actor, clone: folder} = ana;
  await using wizard = await openWizard({home, actor, folder, args: ['resume', 'other-one']});
  wizard.write('Y');
  await wizard.waitFor('1 Share it with colleagues');
  wizard.write('1');
  await wizard.waitFor(/Not shared yet[^]*Everybody who can read the\s+repository/u);
  wizard.write(keys.escape);
  await wizard.waitFor('Not shared yet.');
  wizard.write('1');
  await wizard.waitFor('Type yes');
  wizard.write(`yes${keys.enter}`);
  await wizard.waitFor('Colleagues have yours now.');
  expect(await ben.git('ls-remote', 'origin')).toContain('refs/heads/main');
  await ben.git('checkout', '-q', 'README.md');
  await ben.git('pull', '-q', '--no-rebase', '--no-edit');
  expect(await ben.git('ls-files', '.handoff')).toContain('.handoff/other-one/');
});
