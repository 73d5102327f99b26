import {describe, expect, it} from 'vitest';
import type {Change} from '../../../source/handoff/changes/catalogue.ts';
import {
  acceptanceStanding,
  acceptanceWords,
} from '../../../source/handoff/standing/acceptance-standing.ts';
import {handoffDigest} from '../../../source/handoff/standing/accepted/handoff-digest.ts';
import {isSignedOff} from '../../../source/handoff/standing/signed-off.ts';
import {engineer} from '../../fixtures/world/story.ts';
import {makeWorld, type World} from '../../fixtures/world/world.ts';

type SignOff = Extract<Change, {type: 'sign-off/recorded'}>;

const accepts = (extra: Partial<SignOff> = {}): SignOff => ({
  type: 'sign-off/recorded',
  name: 'Mina Okafor',
  role: 'head of operations',
  decision: 'accepted',
  ...extra,
});

const restart: Change = {
  type: 'record/added',
  register: 'runbooks',
  item: 'restart-services',
  fields: {name: 'Restart', commands: 'systemctl restart pay', effect: 'changes'},
};

async function rewrite(world: World, commands: string): Promise<void> {
  const record = world.handoff().records.at(-1)?.id ?? '';
  await world.append({type: 'record/changed', record, fields: {commands}});
}

describe('an acceptance', () => {
  it('is of one version, and says who entered it, how, and where it is written', async () => {
    await using world = await makeWorld('new', {hasGates: false});
    await world.append(restart);
    const digest = handoffDigest(world.handoff());
    await world.append(accepts({how: 'ticket', reference: 'OPS-12'}));
    expect(acceptanceStanding(world.handoff())).toMatchObject({
      state: 'accepted',
      name: 'Mina Okafor',
      role: 'head of operations',
      how: 'ticket',
      reference: 'OPS-12',
      enteredBy: engineer,
      digest,
      version: digest.slice(0, 12),
      changed: [],
    });
  });

  it('says what was changed since, for as long as that is so', async () => {
    await using world = await makeWorld('new', {hasGates: false});
    await world.append(restart, accepts());
    const {version} = acceptanceStanding(world.handoff());
    await rewrite(world, 'reboot');
    const standing = acceptanceStanding(world.handoff());
    expect(standing).toMatchObject({state: 'changed since acceptance', version});
    expect(standing.changed.map(({text}) => text)).toEqual([
      expect.stringMatching(/^the runbook "Restart" was changed on .+ by Jordan Ruiz$/),
    ]);
    expect(standing.changed[0]?.place?.step).toBe('operational-runbooks');
    // What was said stays said.
    expect(isSignedOff(world.handoff())).toBe(true);
    expect(acceptanceWords(world.handoff())).toMatch(
      /^Accepted on .+ by Mina Okafor \(version [0-9a-f]{12}\); changed since: 1$/,
    );
    await rewrite(world, 'systemctl restart pay');
    expect(acceptanceStanding(world.handoff()).state).toBe('accepted');
  });

  it('can be given anew', async () => {
    await using world = await makeWorld('new', {hasGates: false});
    await world.append(restart, accepts());
    await rewrite(world, 'reboot');
    await world.append(accepts({decision: 'accepted-with-conditions', conditions: ['Try it']}));
    expect(acceptanceStanding(world.handoff())).toMatchObject({
      state: 'accepted with conditions',
      changed: [],
    });
    expect(world.handoff().signOffs).toHaveLength(2);
  });

  it('is refused of a state that is not there any more', async () => {
    await using world = await makeWorld('new', {hasGates: false});
    await world.append(restart);
    const digest = handoffDigest(world.handoff());
    await rewrite(world, 'reboot');
    await expect(world.append(accepts({digest}))).rejects.toThrow(/was changed since it was shown/);
    await world.append(accepts({digest, decision: 'declined', remarks: 'Not what we saw'}));
    expect(acceptanceStanding(world.handoff())).toMatchObject({state: 'declined', digest});
  });

  it('is none where nobody has decided', async () => {
    await using world = await makeWorld('new', {hasGates: false});
    expect(acceptanceStanding(world.handoff())).toEqual({state: 'none', changed: []});
    expect(acceptanceWords(world.handoff())).toBeUndefined();
  });

  it('is taken back by who entered it, with a reason, and both stay', async () => {
    await using world = await makeWorld('new', {hasGates: false});
    await world.append(restart, accepts());
    const action = world.journal().at(-1)?.id ?? '';
    await expect(world.append({type: 'undone', action})).rejects.toThrow(/stays on record/);
    await world.append({type: 'undone', action, reason: 'It was Ben who said so'});
    expect(acceptanceStanding(world.handoff()).state).toBe('none');
    expect(world.handoff().corrections).toMatchObject([
      {words: 'the sign-off by Mina Okafor', reason: 'It was Ben who said so'},
    ]);
  });
});
