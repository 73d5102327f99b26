import {describe, expect, it} from 'vitest';
import type {Change} from '../../../source/handoff/changes/catalogue.ts';
import {readGate} from '../../../source/handoff/gates/gates.ts';
import type {GateName} from '../../../source/handoff/model/gate-waiver.ts';
import type {CheckRecord, CheckRunRecord} from '../../../source/handoff/model/check-run.ts';
import {waiverStanding} from '../../../source/handoff/standing/waiver-standing.ts';
import {expiries} from '../../../source/handoff/ahead/expiries.ts';
import {handoffWith, held} from '../../fixtures/afterwards.ts';
import {inDays} from '../../fixtures/world/in-days.ts';
import {makeWorld, type World} from '../../fixtures/world/world.ts';

const reason = 'The test host comes back on Monday';

function run(outcome: CheckRecord['outcome'], message: string): Change {
  const startedAt = new Date().toISOString();
  const result: CheckRecord = {
    name: 'Orders are taken',
    kind: 'command',
    severity: 'required',
    outcome,
    message,
    target: 'true',
    startedAt,
    duration: 5,
    findings: [],
  };
  const record: CheckRunRecord = {
    id: `run ${message}`,
    file: '/srv/orders/handoff.yaml',
    fileSha256: 'c'.repeat(64),
    startedAt,
    duration: 5,
    isInterrupted: false,
    actor: 'Jordan Ruiz',
    results: [result],
  };
  return {type: 'checks/recorded', run: record};
}

const waiver = (extra: object): Extract<Change, {type: 'gate/waived'}> => ({
  type: 'gate/waived',
  gate: 'session',
  requirement: 'check Orders are taken',
  text: '',
  reason,
  approver: 'Lee Chan',
  expires: inDays(10),
  ...extra,
});

const risk = (name: string, severity: string): Change => ({
  type: 'record/added',
  register: 'risks',
  item: 'risks-and-issues',
  fields: {name, severity, state: 'open'},
});

function ids(world: World, gate: GateName, now = new Date().toISOString()) {
  const {missing, waived} = readGate(world.handoff(), gate, now);
  return {
    missing: missing.map(({id}) => id),
    waived: waived.map(({requirement}) => requirement.id),
  };
}

function standing(world: World, now = new Date().toISOString()) {
  const handoff = world.handoff();
  return handoff.gateWaivers.map((given) => waiverStanding(handoff, given, now).state);
}

describe('a waiver', () => {
  it('of a check that is unknown covers the same again, and not that it fails', async () => {
    await using world = await makeWorld('new');
    await world.append(run('unknown', 'The test host is away, tried for 12 s'));
    await world.append(waiver({}));
    expect(world.handoff().gateWaivers[0]?.text).toBe(
      'The required check "Orders are taken" gave unknown: The test host is away, tried for 12 s',
    );
    await world.append(run('unknown', 'The test host is away, tried for 15 s'));
    expect(ids(world, 'session').waived).toContain('check Orders are taken');
    await world.append(run('fail', 'Payments are lost'));
    expect(ids(world, 'session').missing).toContain('check Orders are taken');
    expect(standing(world)).toEqual(['lapsed']);
    await world.append(run('pass', 'fine'));
    expect(standing(world)).toEqual(['not needed']);
  });

  it('of one issue covers no other, and not the same made worse', async () => {
    await using world = await makeWorld('new');
    const closing = {gate: 'closing', requirement: 'exit severe-issues'};
    await world.append(risk('The log grows', '2'));
    await world.append(waiver(closing));
    expect(ids(world, 'closing').waived).toContain('exit severe-issues');
    await world.append(risk('Orders are doubled', '1'));
    expect(ids(world, 'closing').missing).toContain('exit severe-issues');
    await world.append(waiver(closing));
    expect(standing(world)).toEqual(['lapsed', 'in force']);
    const [row] = world.handoff().records;
    await world.append({type: 'record/changed', record: row?.id ?? '', fields: {severity: '1'}});
    expect(standing(world)).toEqual(['lapsed', 'lapsed']);
  });

  it('says what the gate says, and is refused where its writer saw something else', async () => {
    await using world = await makeWorld('new');
    await world.append(run('unknown', 'The test host is away'));
    const seen = readGate(world.handoff(), 'session', new Date().toISOString()).missing.find(
      ({id}) => id === 'check Orders are taken',
    );
    await world.append(run('fail', 'Payments are lost'));
    const refused = /That is not what the gate says\. It says: .+ gave fail: Payments are lost/;
    await expect(world.append(waiver({text: seen?.text, fact: seen?.fact}))).rejects.toThrow(
      refused,
    );
    await expect(world.append(waiver({text: 'A blemish of the log'}))).rejects.toThrow(refused);
    const wide = {...seen?.fact, everything: 9};
    await expect(world.append(waiver({fact: wide}))).rejects.toThrow(refused);
    await world.append(run('unknown', 'The test host is away'));
    await world.append(waiver({text: seen?.text, fact: seen?.fact}));
    expect(standing(world)).toEqual(['in force']);
  });

  it('of a past fact needs no end and has none; all else does', async () => {
    await using world = await makeWorld('new');
    for (const {id, isPast} of readGate(world.handoff(), 'session', new Date().toISOString())
      .missing) {
      expect(isPast).toBe(false);
      await world.append(waiver({requirement: id, expires: inDays(1)}));
    }
    await world.append({type: 'session/started'}, {type: 'session/ended'});
    const {expires: _, ...endless} = waiver({gate: 'closing', requirement: 'time overview'});
    const before = readGate(world.handoff(), 'closing', new Date().toISOString());
    expect(before.missing.find(({id}) => id === 'time overview')?.isPast).toBe(true);
    await world.append({...endless, reason: 'They knew the system already'});
    const inTwoYears = `${inDays(700)}T12:00:00.000Z`;
    expect(ids(world, 'closing', inTwoYears).waived).toEqual(['time overview']);
    await expect(world.append({...endless, requirement: 'exit end-date'})).rejects.toThrow(
      /needs an end: this can still be settled/,
    );
  });

  it('counts no more from the day on which it ends', async () => {
    await using world = await makeWorld('new');
    await world.append(run('unknown', 'The test host is away'));
    await world.append(waiver({expires: inDays(3)}));
    const later = `${inDays(3)}T00:00:00.000Z`;
    expect(ids(world, 'session', later).missing).toContain('check Orders are taken');
    expect(standing(world, later)).toEqual(['ended']);
  });

  it.each([
    'aaaaaaaaaaaaaaaaaa',
    'later later later later',
    'x y x y x y x y x y',
    '- - - - - - - -',
  ])('is not given for %j', async (nothing) => {
    await using world = await makeWorld('new');
    await expect(world.append(waiver({requirement: 'plan', reason: nothing}))).rejects.toThrow(
      /A waiver needs its reason in words/,
    );
  });
});

it('a waiver that ends on no day is over, and nothing is dated by it', () => {
  const [handoff, now] = [handoffWith(held), '2026-03-12T12:00:00.000Z'];
  const given = {
    gate: 'closing',
    requirement: 'exit ties',
    text: 'Nobody has listed them yet.',
    reason,
    approver: 'Mina',
    expires: 'never',
    at: now,
    by: 'ana',
  } as const;
  const waived = {...handoff, gateWaivers: [given]};
  expect(waiverStanding(waived, given, now).state).toBe('ended');
  expect(readGate(waived, 'closing', now).missing.map(({id}) => id)).toContain('exit ties');
  expect(expiries(waived, now).filter(({kind}) => kind === 'waiver')).toEqual([]);
});
