import {expect, it} from 'vitest';
import {itemStanding} from '../../source/handoff/standing/item-standing.ts';
import {engineer} from '../fixtures/world/story.ts';
import {keys} from '../harness/keys.ts';
import {openWizard} from '../harness/wizard.tsx';
import {makePublishingWorld} from './publishing-world.ts';
import {startService} from './services/service.ts';

const item = 'record-the-outcome-in-the-crm-or-tracker';

it('the final steps show exactly what would be sent, send it by a key, and are settled by it', async () => {
  await using room = await startService(() => ({status: 200, body: 'ok'}));
  await using world = await makePublishingWorld('ended', [
    {name: 'chat', webhook: {url: `${room.url}/hook`, body: 'text'}},
  ]);
  const {home, id, folder} = world;
  expect(itemStanding(world.handoff(), item).status).toBe('open');
  await using wizard = await openWizard({home, actor: engineer, folder, args: ['resume', id]});
  await wizard.waitFor('all keys');
  wizard.write('/');
  await wizard.waitFor('Find');
  wizard.write('Record the outcome');
  await wizard.waitFor(/❯.*Record the outcome/u);
  wizard.write(keys.enter);
  await wizard.waitFor('send it');
  wizard.write('s');
  await wizard.waitFor(`POST ${room.url}/hook`);
  // Looking sends nothing, and nothing is settled by it.
  expect(room.asked).toHaveLength(0);
  await room.listen(false);
  wizard.write(keys.enter);
  await wizard.waitFor('Outbox: 1 waits');
  expect(itemStanding(world.handoff(), item).status).toBe('open');
  wizard.write(keys.escape);
  await wizard.waitFor(/Outbox: 1 waits\. s shows why\./u);
  await room.listen(true);
  world.later(2);
  expect(await world.publish()).toEqual([]);
  await wizard.waitFor('Sent to chat');
  expect(itemStanding(world.handoff(), item)).toMatchObject({status: 'done', isDerived: true});
  expect(room.asked).toHaveLength(1);
});
