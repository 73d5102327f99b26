import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {readOutbox} from '../../source/store/outbox/outbox-file.ts';
import {isFull} from '../harness/amount.ts';
import {makePublishingWorld, withEnvironment, type PublishingWorld} from './publishing-world.ts';
import {judges, type Judge} from './services/judges.ts';

let world: PublishingWorld;
beforeAll(async () => {
  world = await makePublishingWorld('signed', []);
});
afterAll(() => world[Symbol.asyncDispose]());

let targets = 0;

/** Gives the handoff a target that it has never had, and nothing else. */
function aim({target}: Judge, timeout = '60s'): string {
  targets += 1;
  const name = `target ${targets}`;
  world.setTargets([{name, ...target, timeout}]);
  return name;
}

/** How often it is there, how often the journal tells so, and what is left. */
function endOf({made}: Judge, name: string) {
  const told = world.handoff().published.filter(({target}) => target === name).length;
  return {made: made(), told, left: readOutbox(world.home, world.id)};
}

/** What must be so in the end, whatever has happened on the way. */
const once = {made: 1, told: 1, left: []};

const allBut = (...words: readonly string[]) =>
  Object.entries(judges).filter(([word]) => isFull || !words.includes(word));

// glab is called as gh is.
const usual = allBut('gitlab');

describe.each(usual)('%s', (_word, start) => {
  it('is refused with 401, and sent once the token is right', async () => {
    await using judge = await start();
    const name = aim(judge);
    using _ = withEnvironment(judge.env);
    judge.service.fail({type: 'instead', status: 401, body: {message: 'Bad credentials'}});
    const [left] = await world.publish();
    expect(left).toMatchObject({state: 'refused', tries: 1});
    expect(left?.why).toContain('401');
    // Nobody tries it again unasked.
    world.later(60);
    expect(await world.publish()).toMatchObject([{tries: 1}]);
    expect(await world.publish({isRetrying: true})).toEqual([]);
    expect(endOf(judge, name)).toEqual(once);
  });

  it('asks to wait with 429, and is sent after that', async () => {
    await using judge = await start();
    const name = aim(judge);
    using _ = withEnvironment(judge.env);
    judge.service.fail({type: 'instead', status: 429, headers: {'retry-after': '600'}});
    expect(await world.publish()).toMatchObject([{state: 'waiting', isAskedToWait: true}]);
    const before = judge.service.asked.length;
    world.later(9);
    await world.publish({isRetrying: true});
    expect(judge.service.asked).toHaveLength(before);
    world.later(2);
    expect(await world.publish()).toEqual([]);
    expect(endOf(judge, name)).toEqual(once);
  });

  it.each(['instead', 'after'] as const)('fails with 500 %s of doing it', async (type) => {
    await using judge = await start();
    const name = aim(judge);
    using _ = withEnvironment(judge.env);
    judge.service.fail({type, status: 500});
    expect(await world.publish()).toMatchObject([{state: 'waiting', isUnsure: true}]);
    world.later(2);
    expect(await world.publish()).toEqual([]);
    expect(endOf(judge, name)).toEqual(once);
  });

  it('is not there for a while', async () => {
    await using judge = await start();
    const name = aim(judge);
    using _ = withEnvironment(judge.env);
    await judge.service.listen(false);
    const [left] = await world.publish();
    expect(left).toMatchObject({state: 'waiting'});
    expect(left?.isUnsure ?? false).toBe(false);
    await judge.service.listen(true);
    world.later(2);
    expect(await world.publish()).toEqual([]);
    expect(endOf(judge, name)).toEqual(once);
  });
});

// Each waits until its patience is over. A service that is searched over HTTP is searched as any other.
describe.each(allBut('gitlab', 'hubspot', 'salesforce'))('%s', (_word, start) => {
  it('does it and never answers', async () => {
    await using judge = await start();
    const name = aim(judge, judge.patience);
    using _ = withEnvironment(judge.env);
    judge.service.fail({type: 'silent'});
    expect(await world.publish()).toMatchObject([{state: 'waiting', isUnsure: true}]);
    world.later(2);
    expect(await world.publish()).toEqual([]);
    expect(endOf(judge, name)).toEqual(once);
  });
});

// How it is sent is one for all of them, so that one asked over HTTP and one through a program show it.
describe.each(allBut('gitlab', 'hubspot', 'salesforce', 'jira'))('%s', (_word, start) => {
  it('has it, and the journal could not be told so', async () => {
    await using judge = await start();
    const name = aim(judge);
    using _ = withEnvironment(judge.env);
    const {publishing} = world;
    const full = {...publishing, append: () => Promise.reject(new Error('ENOSPC'))};
    await expect(world.publish({by: full})).rejects.toThrow('ENOSPC');
    expect(readOutbox(world.home, world.id)).toMatchObject([{state: 'arrived'}]);
    const before = judge.service.asked.length;
    expect(await world.publish()).toEqual([]);
    expect(judge.service.asked).toHaveLength(before);
    expect(endOf(judge, name)).toEqual(once);
  });

  it('is sent by one of several processes that send at a time', async () => {
    await using judge = await start();
    const name = aim(judge);
    using _ = withEnvironment(judge.env);
    await Promise.all([world.publish(), world.publish(), world.publish()]);
    await world.publish();
    expect(endOf(judge, name)).toEqual(once);
  });

  it('does it while the program is killed', async () => {
    await using judge = await start();
    const name = aim(judge);
    judge.service.fail({type: 'silent'});
    const started = world.start(['publish'], judge.env);
    await judge.service.silenced();
    started.kill('SIGKILL');
    await started.ended;
    expect(readOutbox(world.home, world.id)).toMatchObject([{state: 'sending'}]);
    using _ = withEnvironment(judge.env);
    world.later(2);
    expect(await world.publish()).toEqual([]);
    expect(endOf(judge, name)).toEqual(once);
  });
});
