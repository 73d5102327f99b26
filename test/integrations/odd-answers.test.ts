import {createServer} from 'node:http';
import {once} from 'node:events';
import type {AddressInfo} from 'node:net';
import {describe, expect, it} from 'vitest';
import {verdictOf} from '../../source/integrations/carrying/verdict.ts';
import {readOutbox} from '../../source/store/outbox/outbox-file.ts';
import {makePublishingWorld, withEnvironment} from './publishing-world.ts';
import {judges} from './services/judges.ts';
import {startService} from './services/service.ts';

const page = '<!doctype html><title>Sign in</title>';
const asText = (url: string) => [{name: 'there', webhook: {url, body: 'text'}}];

describe('when to try again is read from', () => {
  const now = Date.parse('2026-11-26T12:00:00Z');
  const inMinutes = (minutes: number) => new Date(now + minutes * 60_000);
  it.each([
    ['a number of seconds', {'retry-after': '1800'}, 1800],
    ['a date', {'retry-after': inMinutes(30).toUTCString()}, 1800],
    ['a date that is over', {'retry-after': inMinutes(-30).toUTCString()}, 0],
    ['a number that is none', {'retry-after': '-5'}, undefined],
    ['words', {'retry-after': 'soon'}, undefined],
    ['nothing', {}, undefined],
    [
      'the seconds of 1970 of a limit that is used up',
      {
        'x-ratelimit-remaining': '0',
        'x-ratelimit-reset': String(Math.ceil(inMinutes(30).getTime() / 1000)),
      },
      1800,
    ],
    [
      'the date of such a limit',
      {'x-ratelimit-remaining': '0', 'x-ratelimit-reset': inMinutes(30).toISOString()},
      1800,
    ],
    ['the seconds of such a limit', {'ratelimit-remaining': '0', 'ratelimit-reset': '1800'}, 1800],
    [
      'a limit that is no number',
      {'x-ratelimit-remaining': '0', 'x-ratelimit-reset': 'never'},
      undefined,
    ],
    [
      'a limit that is not used up',
      {'x-ratelimit-remaining': '7', 'x-ratelimit-reset': '900'},
      undefined,
    ],
  ])('%s', (_, headers, seconds) => {
    const all = new Map<string, string>(Object.entries(headers));
    expect(verdictOf({type: 'reply', status: 429, headers: all, body: ''}, now)).toEqual({
      type: 'later',
      why: 'It asks to wait (429).',
      ...(seconds === undefined ? {} : {seconds}),
    });
  });
});

it('a pause that nobody waits for is told, and not waited for', async () => {
  await using room = await startService(() => ({status: 200, body: 'ok'}));
  await using world = await makePublishingWorld('signed', asText(room.url));
  room.fail({type: 'instead', status: 429, headers: {'retry-after': '99999999999999999999'}});
  const [left] = await world.publish();
  expect(left).toMatchObject({state: 'refused'});
  expect(left?.why).toMatch(/^It asks to wait \d+ days\./u);
});

it('a room that answers with success and says no has not taken it', async () => {
  await using room = await startService(() => ({status: 200, body: 'ok'}));
  await using world = await makePublishingWorld('signed', asText(room.url));
  room.fail({type: 'instead', status: 200, body: {ok: false, error: 'channel_not_found'}});
  const [left] = await world.publish();
  expect(left).toMatchObject({state: 'refused'});
  expect(left?.why).toContain('channel_not_found');
  expect(world.handoff().published).toEqual([]);
  expect(await world.publish({isRetrying: true})).toEqual([]);
});

describe.each(['jira', 'hubspot', 'salesforce'] as const)('%s', (word) => {
  it('is not taken for told by the page of a gateway', async () => {
    await using judge = await judges[word]();
    await using world = await makePublishingWorld('signed', [{name: 'there', ...judge.target}]);
    using _ = withEnvironment(judge.env);
    judge.service.fail({type: 'instead', status: 200, body: page});
    expect(await world.publish()).toMatchObject([{state: 'waiting', isUnsure: true}]);
    expect(world.handoff().published).toEqual([]);
    world.later(2);
    expect(await world.publish()).toEqual([]);
    expect(judge.made()).toBe(1);
  });
});

it.each([
  ['the page of a gateway', {status: 200, body: page}],
  ['207, with what could not be read', {status: 207, body: {results: [], numErrors: 1}}],
])('what was looked for is not written while the answer is %s', async (_words, answered) => {
  await using judge = await judges.hubspot();
  let isOdd = true;
  await using gateway = await startService((asked) => {
    const isRead = asked.path.endsWith('/batch/read');
    if (isOdd && (answered.status === 207 ? isRead : asked.method === 'GET')) return answered;
    return asked.method === 'GET'
      ? {status: 200, body: {results: [{toObjectId: 900}]}}
      : isRead
        ? {status: 200, body: {results: []}}
        : {status: 201, body: {id: '901'}};
  });
  const hubspot = {url: gateway.url, token: 'env:HUBSPOT_TOKEN', deal: 4711};
  await using world = await makePublishingWorld('signed', [{name: 'there', hubspot}]);
  using _ = withEnvironment(judge.env);
  const writes = () => gateway.asked.filter(({path}) => path === '/crm/v3/objects/notes').length;
  expect(await world.publish()).toMatchObject([{state: 'waiting'}]);
  expect(writes()).toBe(0);
  isOdd = false;
  world.later(2);
  expect(await world.publish()).toEqual([]);
  expect(writes()).toBe(1);
});

it('several records of Salesforce under one name are told as what they are', async () => {
  await using judge = await judges.salesforce();
  await using world = await makePublishingWorld('signed', [{name: 'there', ...judge.target}]);
  using _ = withEnvironment(judge.env);
  judge.service.fail({type: 'instead', status: 300, body: ['/Opportunity/1', '/Opportunity/2']});
  const [left] = await world.publish();
  expect(left).toMatchObject({state: 'refused'});
  expect(left?.why).toBe('The answer was 300: /Opportunity/1; /Opportunity/2.');
});

it('a redirect is not followed, and no credential goes on from there', async () => {
  await using elsewhere = await startService(() => ({status: 200}));
  await using judge = await judges.jira();
  await using world = await makePublishingWorld('signed', [{name: 'there', ...judge.target}]);
  using _ = withEnvironment(judge.env);
  judge.service.fail({type: 'instead', status: 307, headers: {location: elsewhere.url}});
  const [left] = await world.publish();
  expect(left).toMatchObject({state: 'refused'});
  expect(left?.why).toContain(elsewhere.url);
  expect(elsewhere.asked).toEqual([]);
});

it('an answer without an end is read as far as it says something', async () => {
  const chunk = Buffer.alloc(1024 * 1024, 'x');
  let sent = 0;
  const server = createServer((_, response) => {
    response.writeHead(200);
    const more = (): void => {
      while (!response.destroyed && response.write(chunk)) sent += 1;
    };
    response.on('drain', more);
    more();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const {port} = server.address() as AddressInfo;
  await using world = await makePublishingWorld('signed', asText(`http://127.0.0.1:${port}`));
  expect(await world.publish()).toEqual([]);
  expect(sent).toBeLessThan(100);
  server.closeAllConnections();
  server.close();
  expect(readOutbox(world.home, world.id)).toEqual([]);
});
