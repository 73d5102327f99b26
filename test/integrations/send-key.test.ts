import {readFileSync, rmSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect, it} from 'vitest';
import {readTargets} from '../../source/integrations/targets/read-targets.ts';
import {itemStanding} from '../../source/handoff/standing/item-standing.ts';
import {followUps} from '../../source/handoff/afterwards/follow-ups.ts';
import {readOutbox} from '../../source/store/outbox/outbox-file.ts';
import {engineer} from '../fixtures/world/story.ts';
import {keys} from '../harness/keys.ts';
import {openWizard, type WizardHere} from '../harness/wizard.tsx';
import {makePublishingWorld, withEnvironment, type PublishingWorld} from './publishing-world.ts';
import {startJira} from './services/jira-service.ts';
import {startService} from './services/service.ts';

const item = 'record-the-outcome-in-the-crm-or-tracker';

const text = (name: string, url: string) => ({name, webhook: {url, body: 'text'}});

const textOf = (wizard: WizardHere): string => wizard.screen().join('\n');

/** A wizard at the item that the sending settles. */
async function openAtItem({home, id, folder}: PublishingWorld): Promise<WizardHere> {
  const wizard = await openWizard({home, actor: engineer, folder, args: ['resume', id]});
  await wizard.waitFor('all keys');
  wizard.write('/');
  await wizard.waitFor('Find');
  wizard.write('Record the outcome');
  await wizard.waitFor(/❯.*Record the outcome/u);
  wizard.write(keys.enter);
  await wizard.waitFor('send it');
  return wizard;
}

it('the final steps show exactly what would be sent, send it by a key, and are settled by it', async () => {
  await using room = await startService(() => ({status: 200, body: 'ok'}));
  await using world = await makePublishingWorld('ended', [text('chat', `${room.url}/hook`)]);
  expect(itemStanding(world.handoff(), item).status).toBe('open');
  await using wizard = await openAtItem(world);
  wizard.write('s');
  await wizard.waitFor(`POST ${room.url}/hook`);
  // Looking sends nothing, and nothing is settled by it.
  expect(room.asked).toHaveLength(0);
  const [, shown] = /webhook-id: (msg_[\w-]+)/u.exec(textOf(wizard)) ?? [];
  await room.listen(false);
  wizard.write(keys.enter);
  await wizard.waitFor('Outbox: 1 waits');
  expect(itemStanding(world.handoff(), item).status).toBe('open');
  wizard.write(keys.escape);
  await wizard.waitFor(/Outbox: 1 waits\. s shows why\./u);
  await room.listen(true);
  // Whoever knows that it is there again does not wait.
  wizard.write('s');
  await wizard.waitFor('Next try');
  wizard.write('a');
  await wizard.waitFor('Send it now, without waiting');
  wizard.write(keys.enter);
  await wizard.waitFor('send exactly this');
  wizard.write(keys.enter);
  await wizard.waitFor('Every target has what is so.');
  wizard.write(keys.escape);
  await wizard.waitFor('Sent to chat');
  expect(itemStanding(world.handoff(), item)).toMatchObject({status: 'done', isDerived: true});
  expect(room.asked.map(({headers}) => headers['webhook-id'])).toEqual([shown]);
});

it('nothing else is sent than what was shown', async () => {
  await using room = await startService(() => ({status: 200, body: 'ok'}));
  await using other = await startService(() => ({status: 200, body: 'ok'}));
  await using world = await makePublishingWorld('ended', [text('chat', room.url)]);
  await using wizard = await openAtItem(world);
  wizard.write('s');
  await wizard.waitFor(`POST ${room.url}`);
  world.setTargets([text('chat', other.url)]);
  wizard.write(keys.enter);
  await wizard.waitFor('By now something else would be sent than what was shown');
  await wizard.waitFor(`POST ${other.url}`);
  expect([room.asked, other.asked]).toEqual([[], []]);
  wizard.write(keys.enter);
  await wizard.waitFor('Every target has what is so.');
  expect([room.asked.length, other.asked.length]).toEqual([0, 1]);
});

it('somebody without targets is shown how to begin, and their mistakes with their places', async () => {
  await using world = await makePublishingWorld('ended', []);
  const file = path.join(world.home, 'targets.yaml');
  using _ = withEnvironment({VISUAL: `sh -c 'echo "  - name: 7" >>"$1"' sh`, EDITOR: ''});
  rmSync(file);
  await using wizard = await openAtItem(world);
  wizard.write('s');
  await wizard.waitFor('No target is named for this handoff');
  wizard.write('e');
  await wizard.waitFor('Whose targets are they?');
  wizard.write(keys.down);
  wizard.write(keys.enter);
  await wizard.waitFor('The targets file has');
  expect(readFileSync(file, 'utf8')).toContain('HANDOFF_CHAT_URL');
  expect(textOf(wizard)).toMatch(/:\d+:\d+/u);
});

it('a person says of what nobody can know whether it has arrived', async () => {
  await using world = await makePublishingWorld('ended', [
    {name: 'own', command: 'exec sleep 100', timeout: '100ms'},
    {name: 'other', command: 'exec sleep 100', timeout: '100ms'},
  ]);
  await world.publish();
  await using wizard = await openAtItem(world);
  wizard.write('s');
  await wizard.waitFor('own: "Handoff of');
  expect(textOf(wizard)).toContain('needs an answer');
  wizard.write('a');
  await wizard.waitFor('Which one?');
  wizard.write(keys.enter);
  await wizard.waitFor('What became of it at own?');
  expect(textOf(wizard)).toContain('Tried today');
  expect(textOf(wizard)).toContain('$ exec sleep 100');
  wizard.write(keys.enter);
  await wizard.waitFor(/(?<!own: "Handoff of[^]*)other: "Handoff of/u);
  expect(world.handoff().published).toMatchObject([{target: 'own', known: 'said'}]);
  expect(itemStanding(world.handoff(), item).status).toBe('done');
  wizard.write('a');
  await wizard.waitFor('What became of it at other?');
  wizard.write(keys.down);
  wizard.write(keys.down);
  wizard.write(keys.enter);
  await wizard.waitFor('is not to be');
  expect(readOutbox(world.home, world.id)).toMatchObject([{target: 'other', state: 'dropped'}]);
});

it('issues that were closed there are fetched by a key', async () => {
  await using service = await startJira();
  const jira = {url: service.url, user: 'jo@example.com', token: 'env:JIRA_TOKEN', project: 'PAY'};
  using _ = withEnvironment({JIRA_TOKEN: 'jira-test'});
  await using world = await makePublishingWorld('ended', [{name: 'tracker', jira}]);
  await world.publish();
  const open = () => followUps(world.handoff()).filter(({standing}) => standing.state === 'open');
  const {length: before} = open();
  await using wizard = await openAtItem(world);
  wizard.write('s');
  await wizard.waitFor('Every target has what is so.');
  wizard.write('f');
  await wizard.waitFor('Nothing was closed or opened there.');
  const action = [...service.issues.values()].find(({summary}) => summary.startsWith('Lee'));
  if (!action) throw new Error('No action became an issue.');
  service.issues.set(action.key, {...action, status: 'Done'});
  wizard.write('f');
  await wizard.waitFor(/tracker: "Lee .*closed there/u);
  expect(open()).toHaveLength(before - 1);
});

it('the example that somebody begins with is a targets file, and so is all that it takes out', async () => {
  await using world = await makePublishingWorld('ended', []);
  const {stdout} = await world.run(['publish', '--example']);
  const file = path.join(world.folder, 'targets.yaml');
  const namesIn = async (text: string) => {
    writeFileSync(file, text);
    return (await readTargets(file)).targets.map(({name}) => name);
  };
  expect(await namesIn(stdout)).toEqual(['chat']);
  const whole = stdout.replaceAll(/^ {2}# (- name| {2}\w+:)/gmu, '  $1');
  expect(await namesIn(whole)).toEqual(['chat', 'tracker', 'jira', 'crm', 'wiki']);
});
