import {expect, test} from 'vitest';
import {keys} from '../../harness/keys.ts';
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
  await using wizard = place.open(['resume']);
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
