import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {ctrl, keys} from '../../harness/keys.ts';
import {eventually} from '../eventually.ts';
import {makePlace} from '../place.ts';
import {finishWriting, openFirstText} from '../steps.ts';

test.concurrent('what the editor showed when it was killed is back, and goes into the journal', async () => {
  await using place = makePlace();
  const id = await place.start();
  {
    await using wizard = place.open(['resume']);
    await openFirstText(wizard);
    wizard.write(`Two tills${keys.enter}and a cash drawer`);
    await wizard.waitFor(/Two tills[^]*and a cash drawer/);
    await eventually(async () => {
      expect((await place.stored(id)).position).toMatchObject({step: 'what-was-deployed'});
    });
    wizard.kill('SIGKILL');
    expect(await wizard.exited).toMatchObject({signal: 9});
  }
  await using wizard = await place.openHere(['resume']);
  await wizard.waitFor('❯ ○ Architecture overview');
  wizard.write('w');
  await wizard.waitFor(/ended[^]*is back\.[^]*Two tills[^]*and a cash drawer/);
  wizard.write(' more');
  await wizard.waitFor('and a cash drawer more');
  await finishWriting(wizard);
  expect((await place.stored(id)).journal.at(-1)).toMatchObject({
    type: 'item/written',
    text: 'Two tills\nand a cash drawer more',
  });
  wizard.write(`${keys.up}w`);
  await wizard.waitFor('Two tills');
  expect(wizard.screen().join('\n')).not.toContain('back.');
});

test.concurrent('an answer of one line is back after Ctrl+C and after a kill, and u brings back one that was left', async () => {
  await using place = makePlace();
  await place.start();
  const drafts = () => {
    const folder = path.join(place.home, 'drafts');
    return readdirSync(folder).map((name) => readFileSync(path.join(folder, name), 'utf8'));
  };
  {
    await using wizard = place.open(['resume']);
    await wizard.waitFor('? all keys');
    wizard.write('t');
    await wizard.waitFor('Note:');
    wizard.write('The vault is in');
    await wizard.waitFor('Note: The vault is in');
    wizard.write(ctrl('c'));
    expect(await wizard.exited).toMatchObject({exitCode: 0});
  }
  {
    await using wizard = place.open(['resume']);
    await wizard.waitFor('? all keys');
    wizard.write('t');
    await wizard.waitFor(/Note: The vault is in[^]*What you were typing is back\./);
    wizard.write(' Madrid');
    await eventually(() => expect(drafts()).toEqual(['The vault is in Madrid']));
    wizard.kill('SIGKILL');
    expect(await wizard.exited).toMatchObject({signal: 9});
  }
  await using wizard = await place.openHere(['resume']);
  await wizard.waitFor('? all keys');
  wizard.write('t');
  await wizard.waitFor('Note: The vault is in Madrid');
  wizard.write(keys.escape);
  await wizard.waitFor('What was typed is gone. u brings it back.');
  wizard.write('u');
  await wizard.waitFor('What was typed is back');
  wizard.write('t');
  await wizard.waitFor('Note: The vault is in Madrid');
  wizard.write(keys.enter);
  await wizard.waitFor('Note kept');
  // The draft goes once the note is on disk.
  await eventually(() => expect(drafts()).toEqual([]));
});
