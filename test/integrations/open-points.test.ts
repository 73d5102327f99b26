import {describe, expect, it} from 'vitest';
import {followUps} from '../../source/handoff/afterwards/follow-ups.ts';
import {makePublishingWorld, withEnvironment, type PublishingWorld} from './publishing-world.ts';
import {startGithub} from './services/github-service.ts';
import {startGitlab} from './services/gitlab-service.ts';
import {startJira} from './services/jira-service.ts';
import {withProgram} from './services/programs-folder.ts';

/** An issue as all trackers have it. */
interface Issue {
  readonly title: string;
  readonly isClosed: boolean;
}

/** A tracker with the issues that points became. */
interface Tracker extends AsyncDisposable {
  readonly target: object;
  readonly env: Readonly<Record<string, string>>;
  readonly issues: () => readonly Issue[];
  /** Somebody closes the first of them there. */
  readonly close: () => void;
}

async function github(): Promise<Tracker> {
  const [service, program] = [await startGithub(), withProgram('gh')];
  const own = () => [...service.issues.values()].filter(({number}) => number !== 12);
  return {
    target: {github: {repository: 'apex/payments', labels: ['handoff']}},
    env: {GH_TOKEN: 'gh-test', STAND_IN_URL: service.url, PATH: program.searched},
    issues: () => own().map(({title, state}) => ({title, isClosed: state === 'closed'})),
    close() {
      const [first] = own();
      if (first) service.issues.set(first.number, {...first, state: 'closed', closedBy: 'mina'});
    },
    async [Symbol.asyncDispose]() {
      await service[Symbol.asyncDispose]();
      await program[Symbol.asyncDispose]();
    },
  };
}

async function gitlab(): Promise<Tracker> {
  const [service, program] = [await startGitlab(), withProgram('glab')];
  const own = () => [...service.issues.values()].filter(({iid}) => iid !== 3);
  return {
    target: {gitlab: {project: 'apex/payments'}},
    env: {GITLAB_TOKEN: 'glab-test', STAND_IN_URL: service.url, PATH: program.searched},
    issues: () => own().map(({title, state}) => ({title, isClosed: state === 'closed'})),
    close() {
      const [first] = own();
      if (first) service.issues.set(first.iid, {...first, state: 'closed'});
    },
    async [Symbol.asyncDispose]() {
      await service[Symbol.asyncDispose]();
      await program[Symbol.asyncDispose]();
    },
  };
}

async function jira(): Promise<Tracker> {
  const service = await startJira();
  const own = () => [...service.issues.values()].filter(({key}) => key !== 'PAY-7');
  const {url} = service;
  return {
    target: {jira: {url, user: 'jo@example.com', token: 'env:JIRA_TOKEN', project: 'PAY'}},
    env: {JIRA_TOKEN: 'jira-test'},
    issues: () => own().map(({summary, status}) => ({title: summary, isClosed: status === 'Done'})),
    close() {
      const [first] = own();
      if (first) service.issues.set(first.key, {...first, status: 'Done'});
    },
    [Symbol.asyncDispose]: service[Symbol.asyncDispose],
  };
}

const action = 'Change the alert of the queue';

/** A handoff with an open point of its own that is to become an issue. */
async function withPoint({target}: Tracker): Promise<PublishingWorld> {
  const world = await makePublishingWorld('live', [
    {name: 'tracker', ...target, sends: ['points']},
  ]);
  await world.append({type: 'session/noted', kind: 'action', text: action});
  return world;
}

const pointIn = (world: PublishingWorld) =>
  followUps(world.handoff()).find(({text}) => text === action);

describe.each([
  ['github', github],
  ['gitlab', gitlab],
  ['jira', jira],
] as const)('open points in %s', (_word, start) => {
  it('become issues once, are closed there when they are closed here, and opened again', async () => {
    await using tracker = await start();
    await using world = await withPoint(tracker);
    using _ = withEnvironment(tracker.env);
    const count = followUps(world.handoff()).length;
    expect(await world.publish()).toEqual([]);
    expect(tracker.issues()).toHaveLength(count);
    expect(tracker.issues()).toContainEqual({title: action, isClosed: false});
    await world.publish();
    expect(tracker.issues()).toHaveLength(count);
    const followUp = pointIn(world)?.id ?? '';
    await world.append({type: 'follow-up/closed', followUp, outcome: 'The alert was changed'});
    expect(await world.publish()).toEqual([]);
    expect(tracker.issues()).toContainEqual({title: action, isClosed: true});
    await world.append({type: 'follow-up/reopened', followUp});
    expect(await world.publish()).toEqual([]);
    expect(tracker.issues()).toContainEqual({title: action, isClosed: false});
    expect(tracker.issues()).toHaveLength(count);
  });

  it('that are closed there come back closed, with what the tracker said as evidence', async () => {
    await using tracker = await start();
    await using world = await withPoint(tracker);
    using _ = withEnvironment(tracker.env);
    await world.publish();
    const before = followUps(world.handoff()).filter(({standing}) => standing.state === 'open');
    expect((await world.run(['publish', '--fetch'], tracker.env)).stdout).toContain('Nothing was');
    tracker.close();
    const {exitCode, stdout} = await world.run(['publish', '--fetch'], tracker.env);
    const seen = world.journal().filter(({type}) => type === 'publish/seen');
    expect(seen).toMatchObject([{target: 'tracker', state: 'closed'}]);
    const after = followUps(world.handoff()).filter(({standing}) => standing.state === 'open');
    expect(stdout).toContain('closed there');
    // What a check or a row says of itself is not closed by a tracker, and that is told.
    expect([before.length - after.length, exitCode]).toEqual(
      stdout.includes('not here') ? [0, 3] : [1, 0],
    );
    expect((await world.run(['publish', '--fetch'], tracker.env)).stdout).toContain('Nothing was');
  });
});
