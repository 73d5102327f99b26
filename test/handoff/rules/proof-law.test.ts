import {describe, expect, it} from 'vitest';
import type {Change} from '../../../source/handoff/changes/catalogue.ts';
import type {FieldValues} from '../../../source/handoff/model/handoff-record.ts';
import type {CheckRecord} from '../../../source/handoff/model/check-run.ts';
import {proofStanding} from '../../../source/handoff/standing/proof-standing.ts';
import {readGate} from '../../../source/handoff/gates/gates.ts';
import {passingRun} from '../../fixtures/world/story.ts';
import {inDays} from '../../fixtures/world/in-days.ts';
import {makeWorld, type World} from '../../fixtures/world/world.ts';

type Proof = Omit<Extract<Change, {type: 'runbook/proven'}>, 'type' | 'record'>;

const restart: FieldValues = {
  name: 'Restart',
  effect: 'changes',
  commands: 'restart',
  expected: 'active',
  verification: 'Health says ok.',
};
const worked: Proof = {
  command: 'restart',
  isMet: true,
  expected: 'active',
  actual: 'exit 0: active',
  code: 0,
};

function adds(fields: FieldValues, item = 'restart-services'): Change {
  return {type: 'record/added', register: 'runbooks', item, fields};
}

async function withRunbook(fields: FieldValues, item?: string): Promise<World> {
  const world = await makeWorld('new');
  await world.append(adds(fields, item));
  return world;
}

const lastRow = (world: World) => world.handoff().records.at(-1)?.id ?? '';

function proves(world: World, proof: Proof, row = lastRow(world)): Promise<unknown> {
  return world.append({type: 'runbook/proven', record: row, ...proof});
}

function standing(world: World, row = lastRow(world), now = new Date().toISOString()) {
  const handoff = world.handoff();
  const found = handoff.records.find(({id}) => id === row);
  if (!found) throw new Error('There is no such row.');
  return proofStanding(handoff, found, now);
}

const unproven = (world: World) =>
  readGate(world.handoff(), 'session', new Date().toISOString()).missing.filter(({id}) =>
    id.startsWith('proven '),
  );

function ran(outcome: CheckRecord['outcome'], startedAt = new Date().toISOString()): Change {
  const run = passingRun(startedAt, `run-${outcome}`);
  const results = run.results.map((check) => ({...check, outcome}));
  return {type: 'checks/recorded', run: {...run, results}};
}

describe('what no run shows is refused', () => {
  it.each<readonly [string, FieldValues, Proof, RegExp]>([
    ['an end that is not 0', {}, {...worked, code: 1}, /ended with exit 1, and only 0/],
    ['a run that was stopped', {}, {...worked, code: undefined} as never, /not run to its end/],
    ['other commands', {}, {...worked, command: 'true'}, /was changed, so this is no run of it/],
    ['another state of it', {}, {...worked, digest: 'a'.repeat(64)}, /was changed/],
    ['nothing expected', {expected: ''}, worked, /does not say what shows that it worked/],
    ['a run ahead', {}, {...worked, ranAt: `${inDays(1)}T10:00:00Z`}, /begins after now/],
    ['nothing seen', {}, {...worked, command: '', actual: ' .'}, /what was seen/],
    [
      'nothing measured',
      {},
      {command: '', isMet: true, expected: 'active', actual: 'It is', kind: 'measured'},
      /Nothing ran/,
    ],
    ['no look afterwards', {verify: 'API is healthy'}, worked, /was not run after it/],
  ])('%s', async (_, fields, proof, words) => {
    await using world = await withRunbook({...restart, ...fields});
    const {code, ...rest} = proof;
    const before = world.journal().length;
    await expect(proves(world, code === undefined ? rest : {...rest, code})).rejects.toThrow(words);
    expect(world.journal().length).toBe(before);
    await proves(world, {...worked, isMet: false, code: 1});
    expect(standing(world).state).toBe('failed');
  });

  it('a row that is no runbook', async () => {
    await using world = await makeWorld('new', {hasGates: false});
    const fields = {name: 'Lee', channel: 'desk 12'};
    await world.append({type: 'record/added', register: 'contacts', item: 'network', fields});
    await expect(proves(world, worked)).rejects.toThrow(/is no runbook/);
  });

  it('a look at the system that failed, or that was before', async () => {
    await using world = await withRunbook({...restart, verify: 'API is healthy'});
    const ranAt = new Date().toISOString();
    await world.append(ran('pass', `${inDays(-1)}T10:00:00Z`));
    await expect(proves(world, {...worked, ranAt})).rejects.toThrow(/was not run after it/);
    await world.append(ran('fail'));
    await expect(proves(world, {...worked, ranAt})).rejects.toThrow(/gave fail after it/);
    await world.append(ran('pass'));
    await proves(world, {...worked, ranAt});
    expect(standing(world).state).toBe('proven');
    expect(world.handoff().proofs.at(-1)?.verified).toEqual({
      name: 'API is healthy',
      isMet: true,
      outcome: 'pass',
    });
  });
});

describe('a proof counts', () => {
  it('while nothing that it rests on was changed', async () => {
    await using world = await withRunbook(restart);
    expect(standing(world)).toEqual({state: 'never'});
    await proves(world, {...worked, host: 'shop-1', folder: '/srv'});
    expect(standing(world)).toMatchObject({state: 'proven', host: 'shop-1', folder: '/srv'});
    const change = (fields: FieldValues) =>
      world.append({type: 'record/changed', record: lastRow(world), fields});
    await change({name: 'Restart it', author: 'Lee', trigger: 'Health fails.', purpose: 'restart'});
    expect(standing(world).state).toBe('proven');
    for (const [field, value] of Object.entries({
      expected: 'anything',
      effect: 'safe',
      rollback: 'Call Lee',
      preconditions: 'No orders come in',
      purpose: 'other',
    })) {
      const before = world.handoff().records.at(-1)?.fields[field] ?? '';
      await change({[field]: value});
      expect(standing(world)).toMatchObject({
        state: 'changed since',
        why: 'the runbook was changed since then',
      });
      await change({[field]: before});
      expect(standing(world).state).toBe('proven');
    }
  });

  it('while it is young, and never before its time', async () => {
    await using world = await withRunbook(restart);
    await proves(world, worked);
    const row = lastRow(world);
    expect(standing(world, row, `${inDays(16)}T10:00:00Z`)).toMatchObject({state: 'old'});
    expect(standing(world, row, `${inDays(-2)}T10:00:00Z`)).toMatchObject({
      state: 'not proven',
      why: 'its time lies ahead',
    });
  });

  it('as a word where nothing was measured', async () => {
    await using world = await withRunbook(restart);
    await proves(world, {command: '', isMet: true, expected: 'active', actual: 'It came up'});
    expect(standing(world)).toMatchObject({state: 'attested', by: 'Jordan Ruiz'});
    await proves(world, {...worked, kind: 'attested', actual: 'exit 0: up'});
    expect(standing(world).state).toBe('attested');
    await using bare = await withRunbook({...restart, verification: ''});
    await proves(bare, worked);
    expect(standing(bare)).toMatchObject({
      state: 'attested',
      why: 'nothing says how to see that all is well after it',
    });
  });
});

describe('a restore is proven only by a restore', () => {
  const item = 'back-up-and-restore';
  const backsUp = {...restart, name: 'Restore point', commands: 'echo ok', purpose: 'back up'};
  const ok = {...worked, command: 'echo ok'};
  const isMissing = (world: World) => unproven(world).some(({id}) => id === `proven ${item}`);

  it('not by a backup, whatever it is called', async () => {
    await using world = await withRunbook(backsUp, item);
    await proves(world, ok);
    expect(unproven(world).map(({text}) => text)).toContainEqual(
      expect.stringMatching(/say with the purpose of its runbooks which one restores/),
    );
    await world.append(adds({...restart, purpose: 'restore'}, item));
    await proves(world, ok, world.handoff().records[0]?.id).catch(() => undefined);
    expect(isMissing(world)).toBe(true);
    await proves(world, worked);
    expect(isMissing(world)).toBe(false);
  });

  it('not by one of several that do not say what they are for, nor by a check', async () => {
    await using world = await withRunbook({...restart, commands: 'echo ok'}, item);
    await proves(world, ok);
    expect(isMissing(world)).toBe(false);
    await world.append(adds({...restart, name: 'Back up'}, item));
    expect(isMissing(world)).toBe(true);
    const run = passingRun(new Date().toISOString());
    const results = run.results.map((check) => ({...check, proves: item}));
    await world.append({type: 'checks/recorded', run: {...run, results}});
    expect(isMissing(world)).toBe(true);
  });
});

describe('a contact that was tested', () => {
  it('is tested no more once the number is another, until it is tested there', async () => {
    await using world = await makeWorld('new');
    const item = 'escalation-contacts';
    const fields = {
      name: 'Lee',
      level: '1',
      channel: '+34 1',
      response: '5 min',
      tested: inDays(-1),
    };
    await world.append({type: 'record/added', register: 'contacts', item, fields});
    const record = world.handoff().records[0]?.id ?? '';
    const missing = () =>
      readGate(world.handoff(), 'session', new Date().toISOString()).missing.flatMap(({id, text}) =>
        id.startsWith('tested ') ? [text] : [],
      );
    const change = (values: FieldValues) =>
      world.append({type: 'record/changed', record, fields: values});
    await change({channel: '+34 1', response: '10 min'});
    expect(missing()).toEqual([]);
    await change({channel: '+34 2'});
    await change({hours: 'Always'});
    expect(missing()).toEqual([
      `"Lee" was reached on ${inDays(-1)} over another channel; test the new one.`,
    ]);
    await change({tested: inDays(-1)});
    expect(missing()).toEqual([]);
    await change({channel: '+34 3', tested: inDays(0)});
    expect(missing()).toEqual([]);
  });
});
