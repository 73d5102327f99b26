import {readFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, it} from 'vitest';
import {readOutbox} from '../../source/store/outbox/outbox-file.ts';
import {makePublishingWorld, withEnvironment} from './publishing-world.ts';
import {judges} from './services/judges.ts';
import {startService} from './services/service.ts';

const asText = (url: string, more: object = {}) => [
  {name: 'there', webhook: {url, body: 'text'}, ...more},
];

describe('a target that is edited', () => {
  it('to another place gets what it has not, under no name that the old place gave', async () => {
    await using first = await judges.jira();
    await using second = await judges.jira();
    await using world = await makePublishingWorld('signed', [{name: 'there', ...first.target}]);
    using _ = withEnvironment(first.env);
    expect(await world.publish()).toEqual([]);
    world.setTargets([{name: 'there', ...second.target}]);
    expect(await world.publish()).toEqual([]);
    expect(second.service.asked.map(({method}) => method)).toEqual(['GET', 'POST']);
    expect(second.made()).toBe(1);
    expect(first.made()).toBe(1);
    expect(world.handoff().published).toHaveLength(2);
  });

  it('to be read by the customer gets nothing that was asked for the own team', async () => {
    await using room = await startService(() => ({status: 200, body: 'ok'}));
    const points = {sends: ['points']};
    await using world = await makePublishingWorld(
      'live',
      asText(room.url, {...points, audience: 'internal'}),
    );
    const secret = 'Mina wants to leave before the migration begins';
    await world.append({type: 'session/noted', kind: 'action', text: secret});
    const {id = ''} = world.handoff().session.notes.at(-1) ?? {};
    await world.append({type: 'note/addressed', note: id, audience: 'internal'});
    await room.listen(false);
    await world.publish();
    expect(readOutbox(world.home, world.id).some(({title}) => title === secret)).toBe(true);
    await room.listen(true);
    world.setTargets(asText(room.url, points));
    world.later(60);
    const left = await world.publish();
    expect(room.asked.map(({body}) => body).join('\n')).not.toContain(secret);
    expect(left).toMatchObject([{title: secret, state: 'refused'}]);
  });

  it('is still asked about what may have arrived where it was', async () => {
    await using room = await startService(() => ({status: 200, body: 'ok'}));
    await using other = await startService(() => ({status: 200, body: 'ok'}));
    await using world = await makePublishingWorld('signed', asText(room.url));
    room.fail({type: 'after', status: 500});
    expect(await world.publish()).toMatchObject([{isUnsure: true}]);
    world.setTargets(asText(other.url));
    world.later(2);
    const [left] = await world.publish();
    expect(left).toMatchObject({state: 'refused', isUnsure: true});
    expect(other.asked).toEqual([]);
    await world.run(['publish', '--drop', left?.id ?? '']);
    expect(await world.publish()).toEqual([]);
    expect([room.asked.length, other.asked.length]).toEqual([1, 1]);
  });
});

it('what a person has dropped is not planned anew, until there is something else to tell', async () => {
  await using world = await makePublishingWorld('signed', [
    {name: 'own', command: 'exec sleep 100', timeout: '100ms'},
  ]);
  const [asks] = await world.publish();
  expect(asks).toMatchObject({state: 'asks'});
  const dropped = await world.run(['publish', '--drop', asks?.id ?? '']);
  expect(dropped.stdout).toContain('Not to be sent as it is: own');
  const mark = path.join(world.folder, 'ran');
  world.setTargets([{name: 'own', command: `cat >>${mark}`}]);
  expect(await world.publish({isRetrying: true})).toEqual([]);
  expect(() => readFileSync(mark)).toThrow('ENOENT');
  expect((await world.run(['publish', '--status'])).stdout).toContain('is not to be sent');
  await world.run(['publish', '--again', asks?.id ?? '']);
  expect(await world.publish()).toEqual([]);
  expect(readFileSync(mark, 'utf8')).toContain('accepted');
});

it('a try by a clock that was ahead is not waited for', async () => {
  await using room = await startService(() => ({status: 200, body: 'ok'}));
  await using world = await makePublishingWorld('signed', asText(room.url));
  await room.listen(false);
  world.later(400 * 24 * 60);
  expect(await world.publish()).toMatchObject([{state: 'waiting'}]);
  await room.listen(true);
  world.later(-400 * 24 * 60);
  expect(await world.publish()).toEqual([]);
  expect(room.asked).toHaveLength(1);
});
