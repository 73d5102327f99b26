import {describe, expect, it} from 'vitest';
import type {Change} from '../../../source/handoff/changes/catalogue.ts';
import type {FieldValues} from '../../../source/handoff/model/handoff-record.ts';
import type {CheckRecord} from '../../../source/handoff/model/check-run.ts';
import {proofStanding} from '../../../source/handoff/standing/proof-standing.ts';
import {readGate} from '../../../source/handoff/gates/gates.ts';
import {checkRun} from '../gates/honest-handoff.ts';
import {inDays, makeLawStore, type LawStore} from './law-store.ts';

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

async function withRunbook(fields: FieldValues, item?: string): Promise<LawStore> {
  const store = await makeLawStore({hasGates: true});
  await store.append(adds(fields, item));
  return store;
}

const lastRow = (store: LawStore) => store.handoff().records.at(-1)?.id ?? '';

function proves(store: LawStore, proof: Proof, row = lastRow(store)): Promise<void> {
  return store.append({type: 'runbook/proven', record: row, ...proof});
}

function standing(store: LawStore, row = lastRow(store), now = new Date().toISOString()) {
  const handoff = store.handoff();
  const found = handoff.records.find(({id}) => id === row);
  if (!found) throw new Error('There is no such row.');
  return proofStanding(handoff, found, now);
}

const unproven = (store: LawStore) =>
  readGate(store.handoff(), 'session', new Date().toISOString()).missing.filter(({id}) =>
    id.startsWith('proven '),
  );

function ran(outcome: CheckRecord['outcome'], startedAt = new Date().toISOString()): Change {
  const run = checkRun(`run-${outcome}`);
  const results = run.results.map((check) => ({...check, outcome, startedAt}));
  return {type: 'checks/recorded', run: {...run, startedAt, results}};
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
    await using store = await withRunbook({...restart, ...fields});
    const {code, ...rest} = proof;
    const before = store.actions();
    await expect(proves(store, code === undefined ? rest : {...rest, code})).rejects.toThrow(words);
    expect(store.actions()).toBe(before);
    await proves(store, {...worked, isMet: false, code: 1});
    expect(standing(store).state).toBe('failed');
  });

  it('a row that is no runbook', async () => {
    await using store = await makeLawStore();
    const fields = {name: 'Lee', channel: 'desk 12'};
    await store.append({type: 'record/added', register: 'contacts', item: 'network', fields});
    await expect(proves(store, worked)).rejects.toThrow(/is no runbook/);
  });

  it('a look at the system that failed, or that was before', async () => {
    await using store = await withRunbook({...restart, verify: 'API is healthy'});
    const ranAt = new Date().toISOString();
    await store.append(ran('pass', `${inDays(-1)}T10:00:00Z`));
    await expect(proves(store, {...worked, ranAt})).rejects.toThrow(/was not run after it/);
    await store.append(ran('fail'));
    await expect(proves(store, {...worked, ranAt})).rejects.toThrow(/gave fail after it/);
    await store.append(ran('pass'));
    await proves(store, {...worked, ranAt});
    expect(standing(store).state).toBe('proven');
    expect(store.handoff().proofs.at(-1)?.verified).toEqual({
      name: 'API is healthy',
      isMet: true,
      outcome: 'pass',
    });
  });
});

describe('a proof counts', () => {
  it('while nothing that it rests on was changed', async () => {
    await using store = await withRunbook(restart);
    expect(standing(store)).toEqual({state: 'never'});
    await proves(store, {...worked, host: 'shop-1', folder: '/srv'});
    expect(standing(store)).toMatchObject({state: 'proven', host: 'shop-1', folder: '/srv'});
    const change = (fields: FieldValues) =>
      store.append({type: 'record/changed', record: lastRow(store), fields});
    await change({name: 'Restart it', author: 'Lee', trigger: 'Health fails.', purpose: 'restart'});
    expect(standing(store).state).toBe('proven');
    for (const [field, value] of Object.entries({
      expected: 'anything',
      effect: 'safe',
      rollback: 'Call Lee',
      preconditions: 'No orders come in',
      purpose: 'other',
    })) {
      const before = store.handoff().records.at(-1)?.fields[field] ?? '';
      await change({[field]: value});
      expect(standing(store)).toMatchObject({
        state: 'changed since',
        why: 'the runbook was changed since then',
      });
      await change({[field]: before});
      expect(standing(store).state).toBe('proven');
    }
  });

  it('while it is young, and never before its time', async () => {
    await using store = await withRunbook(restart);
    await proves(store, worked);
    const row = lastRow(store);
    expect(standing(store, row, `${inDays(16)}T10:00:00Z`)).toMatchObject({state: 'old'});
    expect(standing(store, row, `${inDays(-2)}T10:00:00Z`)).toMatchObject({
      state: 'not proven',
      why: 'its time lies ahead',
    });
  });

  it('as a word where nothing was measured', async () => {
    await using store = await withRunbook(restart);
    await proves(store, {command: '', isMet: true, expected: 'active', actual: 'It came up'});
    expect(standing(store)).toMatchObject({state: 'attested', by: 'Jordan Ruiz'});
    await proves(store, {...worked, kind: 'attested', actual: 'exit 0: up'});
    expect(standing(store).state).toBe('attested');
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
  const isMissing = (store: LawStore) => unproven(store).some(({id}) => id === `proven ${item}`);

  it('not by a backup, whatever it is called', async () => {
    await using store = await withRunbook(backsUp, item);
    await proves(store, ok);
    expect(unproven(store).map(({text}) => text)).toContainEqual(
      expect.stringMatching(/say with the purpose of its runbooks which one restores/),
    );
    await store.append(adds({...restart, purpose: 'restore'}, item));
    await proves(store, ok, store.handoff().records[0]?.id).catch(() => undefined);
    expect(isMissing(store)).toBe(true);
    await proves(store, worked);
    expect(isMissing(store)).toBe(false);
  });

  it('not by one of several that do not say what they are for, nor by a check', async () => {
    await using store = await withRunbook({...restart, commands: 'echo ok'}, item);
    await proves(store, ok);
    expect(isMissing(store)).toBe(false);
    await store.append(adds({...restart, name: 'Back up'}, item));
    expect(isMissing(store)).toBe(true);
    const run = checkRun('run');
    const results = run.results.map((check) => ({
      ...check,
      proves: item,
      startedAt: new Date().toISOString(),
    }));
    await store.append({type: 'checks/recorded', run: {...run, results}});
    expect(isMissing(store)).toBe(true);
  });
});

describe('a contact that was tested', () => {
  it('is tested no more once the number is another, until it is tested there', async () => {
    await using store = await makeLawStore({hasGates: true});
    const item = 'escalation-contacts';
    const fields = {
      name: 'Lee',
      level: '1',
      channel: '+34 1',
      response: '5 min',
      tested: inDays(-1),
    };
    await store.append({type: 'record/added', register: 'contacts', item, fields});
    const record = store.handoff().records[0]?.id ?? '';
    const missing = () =>
      readGate(store.handoff(), 'session', new Date().toISOString()).missing.flatMap(({id, text}) =>
        id.startsWith('tested ') ? [text] : [],
      );
    const change = (values: FieldValues) =>
      store.append({type: 'record/changed', record, fields: values});
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
