import {describe, expect, it} from 'vitest';
import type {Change} from '../../../source/handoff/changes/catalogue.ts';
import {
  acceptedState,
  changesSince,
  handoffDigest,
} from '../../../source/handoff/standing/accepted/handoff-digest.ts';
import {inDays} from '../../fixtures/world/in-days.ts';
import {engineer} from '../../fixtures/world/story.ts';
import {makeWorld} from '../../fixtures/world/world.ts';

const runbook: Change = {
  type: 'record/added',
  register: 'runbooks',
  item: 'restart-services',
  fields: {name: 'Restart', commands: 'systemctl restart pay'},
};

const run = (outcome: 'pass' | 'fail'): Change => ({
  type: 'checks/recorded',
  run: {
    id: outcome,
    file: '/srv/orders/handoff.yaml',
    fileSha256: 'c'.repeat(64),
    startedAt: `${inDays(0)}T00:00:00.000Z`,
    duration: 1,
    isInterrupted: false,
    actor: engineer,
    results: [
      {
        name: 'Ping',
        kind: 'http',
        severity: 'required',
        outcome,
        message: 'took 3 ms',
        target: '',
        startedAt: `${inDays(0)}T00:00:00.000Z`,
        duration: 3,
        findings: [],
      },
    ],
  },
});

describe('the digest of a handoff', () => {
  it('stays as it is while only chores and internal notes change', async () => {
    await using world = await makeWorld('new', {hasGates: false});
    await world.append(runbook);
    const before = handoffDigest(world.handoff());
    await world.append(
      {type: 'item/noted', item: 'restart-services', note: 'Ask Ben'},
      {type: 'item/assigned', item: 'restart-services', owner: 'Ben'},
      {type: 'item/scheduled', item: 'restart-services', due: inDays(3)},
      {type: 'calendar/set', holidays: [inDays(30)]},
    );
    expect(handoffDigest(world.handoff())).toBe(before);
    expect(changesSince(world.handoff(), acceptedState(world.handoff()))).toEqual([]);
  });

  it.each<readonly [name: string, change: Change | ((row: string) => Change), told: RegExp]>([
    [
      'a rewritten runbook',
      (record) => ({type: 'record/changed', record, fields: {commands: 'reboot'}}),
      /^the runbook "Restart" was changed on .+ by Jordan Ruiz$/,
    ],
    [
      'a removed runbook',
      (record) => ({type: 'record/removed', record}),
      /^the runbook "Restart" was taken away$/,
    ],
    [
      'a further row',
      {
        type: 'record/added',
        register: 'severities',
        item: 'severities-and-response-times',
        fields: {name: '1', response: '4 h'},
      },
      /^the severity "1" was added on .+ by Jordan Ruiz$/,
    ],
    [
      'a rewritten text',
      {type: 'item/written', item: 'architecture-overview', text: 'Two boxes.'},
      /^"Architecture.*" was changed on .+ by Jordan Ruiz$/,
    ],
    ['a check that fails', run('fail'), /^the check "Ping" gave fail on .+ by Jordan Ruiz$/],
    [
      'an item that applies no more',
      {type: 'item/settled', item: 'network', status: 'not-applicable', reason: 'There is none'},
      /^".+" was changed on .+ by Jordan Ruiz$/,
    ],
  ])('changes with %s, which is named', async (_, change, told) => {
    await using world = await makeWorld('new', {hasGates: false});
    await world.append(runbook, run('pass'), {
      type: 'item/written',
      item: 'architecture-overview',
      text: 'One box.',
    });
    const before = world.handoff();
    const row = before.records[0]?.id ?? '';
    await world.append(typeof change === 'function' ? change(row) : change);
    expect(handoffDigest(world.handoff())).not.toBe(handoffDigest(before));
    const changes = changesSince(world.handoff(), acceptedState(before)).map(({text}) => text);
    expect(changes).toEqual([expect.stringMatching(told)]);
  });

  it('tells nothing of what only settles: a check that passes again, a further contact', async () => {
    await using world = await makeWorld('new', {hasGates: false});
    await world.append(run('fail'));
    const before = world.handoff();
    await world.append(run('pass'), {
      type: 'record/added',
      register: 'check-ins',
      item: 'log-of-contacts',
      fields: {name: 'Mina', date: inDays(0), kind: 'check-in'},
    });
    expect(changesSince(world.handoff(), acceptedState(before))).toEqual([]);
  });
});
