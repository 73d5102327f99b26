import {describe, expect, it} from 'vitest';
import {makePublishingWorld, withEnvironment} from './publishing-world.ts';
import {secret, startReceiver} from './services/webhook-receiver.ts';
import {startService} from './services/service.ts';

const env = {CRM_SECRET: secret};

describe('a webhook', () => {
  it('is taken by the public library of Standard Webhooks, and says how the handoff came out', async () => {
    await using receiver = await startReceiver();
    const hook = {name: 'crm', webhook: {url: `${receiver.url}/hooks`, secret: 'env:CRM_SECRET'}};
    await using world = await makePublishingWorld('signed', [hook]);
    const {exitCode, stdout} = await world.run(['publish'], env);
    expect(stdout).toContain('crm: "Handoff of');
    expect(exitCode).toBe(0);
    const [[id, event] = []] = receiver.taken;
    expect(receiver.taken.size).toBe(1);
    expect(event).toMatchObject({
      type: 'handoff.outcome',
      data: {handoff: world.id, state: 'accepted'},
    });
    const sent = world.handoff().published;
    expect(sent).toMatchObject([{target: 'crm', kind: 'outcome', known: 'answered'}]);
    expect(id).toBe(`msg_${sent[0]?.sending}`);
    // And once it is there, there is nothing more to send.
    expect((await world.run(['publish'], env)).stdout).toContain('Every target has what is so.');
    expect(receiver.asked).toHaveLength(1);
  });

  it('is shown exactly before it is sent, and no secret with it', async () => {
    await using receiver = await startReceiver();
    const hook = {name: 'crm', webhook: {url: `${receiver.url}/hooks`, secret: 'env:CRM_SECRET'}};
    await using world = await makePublishingWorld('signed', [hook]);
    const {exitCode, stdout} = await world.run(['publish', '--dry-run'], env);
    expect(exitCode).toBe(0);
    expect(receiver.asked).toHaveLength(0);
    await world.run(['publish'], env);
    const [asked] = receiver.asked;
    const shown = stdout.split('\n').map((line) => line.replace(/^ {2}/u, ''));
    expect(shown).toContain(`POST ${receiver.url}/hooks`);
    const body = shown.find((line) => line.startsWith('{'));
    // The id and the time of the asking are of each asking.
    expect(JSON.parse(body ?? '{}')).toEqual({
      ...(JSON.parse(asked?.body ?? '{}') as object),
      timestamp: expect.any(String) as string,
    });
    expect(stdout).toContain('(of these bytes, with what is read from env:CRM_SECRET)');
    expect(stdout).not.toContain(secret.slice(6, 20));
  });

  it('goes to a chat room whose address is the secret, which nobody gets to see', async () => {
    await using room = await startService(({body}) =>
      typeof (JSON.parse(body) as {text?: unknown}).text === 'string'
        ? {status: 200, body: 'ok'}
        : {status: 400, body: 'no_text'},
    );
    const path = '/services/T012345/B678901/Zx8YqLk2mNv7PwRt5Hd3';
    const chat = {name: 'chat', webhook: {url: 'env:CHAT_URL', body: 'text'}};
    await using world = await makePublishingWorld('signed', [chat]);
    const dry = await world.run(['publish', '--dry-run'], {CHAT_URL: room.url + path});
    const sent = await world.run(['publish', '--json'], {CHAT_URL: room.url + path});
    expect(room.asked.map((asked) => asked.path)).toEqual([path]);
    const status = await world.run(['publish', '--status'], {});
    for (const {stdout, stderr} of [dry, sent, status])
      expect(stdout + stderr).not.toContain('Zx8YqLk2');
  });

  it('that is gone is not asked again', async () => {
    await using receiver = await startReceiver();
    const hook = {name: 'crm', webhook: {url: receiver.url, secret: 'env:CRM_SECRET'}};
    await using world = await makePublishingWorld('signed', [hook]);
    receiver.fail({type: 'instead', status: 410});
    const first = await world.run(['publish'], env);
    expect(first.exitCode).toBe(3);
    expect(first.stdout).toContain('Take the target out of the targets file');
    expect((await world.run(['publish'], env)).exitCode).toBe(3);
    expect(receiver.asked).toHaveLength(1);
  });

  it('waits until the moment that the receiver names, also where a person asks again', async () => {
    await using receiver = await startReceiver();
    const hook = {name: 'crm', webhook: {url: receiver.url, secret: 'env:CRM_SECRET'}};
    await using world = await makePublishingWorld('signed', [hook]);
    using _ = withEnvironment(env);
    receiver.fail({type: 'instead', status: 429, headers: {'retry-after': '1800'}});
    expect(await world.publish()).toMatchObject([
      {state: 'waiting', tries: 1, isAskedToWait: true},
    ]);
    world.later(29);
    expect(await world.publish({isRetrying: true})).toMatchObject([{tries: 1}]);
    expect(receiver.asked).toHaveLength(1);
    world.later(2);
    expect(await world.publish()).toEqual([]);
    expect(receiver.taken.size).toBe(1);
  });

  it('waits longer after each try, and says so when it gives up', async () => {
    await using receiver = await startReceiver();
    const hook = {name: 'crm', webhook: {url: receiver.url, secret: 'env:CRM_SECRET'}};
    await using world = await makePublishingWorld('signed', [hook]);
    using _ = withEnvironment(env);
    await receiver.listen(false);
    const pauses: number[] = [];
    for (let tries = 0; tries < 8; tries += 1) {
      const [{next = '', lastTryAt = ''} = {}] = await world.publish();
      const minutes = Math.round((Date.parse(next) - Date.parse(lastTryAt)) / 60_000);
      pauses.push(minutes);
      // A moment more, as the clock of the machine goes on as well.
      world.later(minutes + 1 / 60);
    }
    expect(pauses).toEqual([1, 2, 4, 8, 16, 32, 60, 60]);
    world.later(7 * 24 * 60);
    expect(await world.publish()).toMatchObject([{state: 'refused', tries: 9}]);
    const {stdout} = await world.run(['publish', '--status']);
    expect(stdout).toMatch(/crm: "Handoff of .*" refused\. It was tried \d+ times/u);
    expect(world.handoff().published).toEqual([]);
    // And it is not lost: once somebody is there, it is sent.
    await receiver.listen(true);
    expect(await world.publish({isRetrying: true})).toEqual([]);
    expect(receiver.taken.size).toBe(1);
  });
});
