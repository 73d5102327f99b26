import {expect, test} from 'vitest';
import {keys} from '../harness/keys.ts';
import type {Change} from '../../source/handoff/changes/catalogue.ts';
import {makePlace} from './place.ts';
import {eventually} from './eventually.ts';

test.concurrent('from the session over its end to the documents and the sign-off, with a kill -9 on the way', async () => {
  await using place = makePlace();
  const id = await place.startWithoutGates();
  {
    await using wizard = place.open(['resume']);
    await wizard.waitFor('❯ ○ Validate every');
    wizard.write(keys.right.repeat(10));
    await wizard.waitFor(/Agenda +planned 60–80 min[^]*s start/);
    wizard.write('s');
    await wizard.waitFor(/▶ Overview[^]*❯ +○ What runs where/);
    wizard.write(keys.enter);
    await wizard.waitFor(/❯ +○ The main components/);
    wizard.write(`tThey know the host${keys.enter}`);
    await wizard.waitFor('Note kept.');
    wizard.write(`QWho restarts it?${keys.enter}`);
    await wizard.waitFor('Question kept.');
    wizard.write('f');
    await wizard.waitFor('Now: Walkthrough');
    wizard.kill('SIGKILL');
    await wizard.exited;
  }

  await using wizard = await place.openHere(['resume']);
  await wizard.waitFor(/▶ Walkthrough[^]*❯ +○ Signing in/);
  wizard.write('G');
  await wizard.waitFor(/❯ \S \d\d:\d\d question: Who restarts it\?/);
  wizard.write(`${keys.enter}The tills team${keys.enter}`);
  await wizard.waitFor('Answer: The tills team');
  wizard.write('Z');
  await wizard.waitFor('End the session:');
  wizard.write(`yes${keys.enter}`);
  await wizard.waitFor('The session has ended. Due dates are set.');

  wizard.write(keys.left.repeat(2));
  await wizard.waitFor('p produce documents');
  wizard.write('p');
  await wizard.waitFor('Folder: handoff-documents');
  wizard.write(keys.enter);
  await wizard.waitFor(/\d+ files written to/);
  expect(await place.files(place.workspace)).toContain(
    'handoff-documents/customer/handoff-document.md',
  );

  wizard.write('/');
  await wizard.waitFor('Find');
  wizard.write(`sign-off${keys.enter}`);
  await wizard.waitFor('Nobody has signed yet.');
  wizard.write('s');
  await wizard.waitFor('Who decides:');
  wizard.write(`Mina Okafor${keys.enter}head of operations${keys.enter}`);
  await wizard.waitFor('❯ accepts');
  wizard.write(keys.down);
  await wizard.waitFor('❯ accepts with conditions');
  wizard.write(keys.enter);
  await wizard.waitFor('Condition 1:');
  wizard.write(`Restore once more${keys.enter}`);
  await wizard.waitFor('Condition 2:');
  wizard.write(keys.enter);
  await wizard.waitFor('Record it:');
  wizard.write(`yes${keys.enter}`);
  await wizard.waitFor('What is left to keep');
  wizard.write(keys.escape);
  await wizard.waitFor(
    /✔ Mina Okafor, head of operations\n[^\n]* accepts with conditions, today[^]* 1\. Restore once more/,
  );

  const types = (await place.stored(id)).journal.map(({type}: Change) => type);
  expect(types.slice(1)).toEqual([
    'session/started',
    'session/block-entered',
    'item/settled',
    'session/noted',
    'session/noted',
    'session/block-entered',
    'session/answered',
    'session/ended',
    'documents/written',
    'sign-off/recorded',
  ]);
  const status = await place.run(['status', '--json']);
  expect(JSON.parse(status.stdout)).toMatchObject({
    isSignedOff: true,
    signOffs: [
      {
        name: 'Mina Okafor',
        decision: 'accepted-with-conditions',
        conditions: ['Restore once more'],
      },
    ],
    session: {notes: [{kind: 'note'}, {kind: 'question', answer: 'The tills team'}]},
  });
  await eventually(async () => expect((await place.run(['list'])).stdout).toContain('Signed off'));
});
