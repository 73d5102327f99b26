import {describe, expect, it} from 'vitest';
import type {Change} from '../../../source/handoff/changes/catalogue.ts';
import {run, type Result} from '../standing/check-story.ts';
import {makeWorld} from '../../fixtures/world/world.ts';

const justNow = () => new Date(Date.now() - 1000).toISOString();
const kept = (result: Partial<Result>): Change => {
  const {at: _, ...change} = run(justNow(), [{name: 'API', ...result}]);
  return {...change, run: {...change.run, file: '/srv/orders/handoff.yaml'}};
};
const unmet = (level: 'expect' | 'warn') => [
  {subject: 'status', expected: 'equals 200', actual: '503', isMet: false, level},
];
const ahead = new Date(Date.now() + 3_600_000).toISOString();
const attestation = {by: 'Jordan Ruiz', at: justNow(), isMet: true};
const manual = {kind: 'manual'};

const lies: readonly (readonly [name: string, lie: () => Change, refusal: RegExp])[] = [
  [
    'a run of no checks',
    () => ({...kept({}), run: {...run(justNow(), []).run}}) as Change,
    /No check ran/,
  ],
  [
    'a run ahead of now',
    () => ({...run(ahead, [{name: 'API'}]), at: undefined}) as Change,
    /ahead of now/,
  ],
  ['a result ahead of now', () => kept({startedAt: ahead}), /ahead of now/],
  [
    'a word given ahead of now',
    () => kept({...manual, attestation: {...attestation, at: ahead}}),
    /ahead of now/,
  ],
  [
    'a pass that found a failure',
    () => kept({findings: unmet('expect')}),
    /expected status equals 200 and found 503/,
  ],
  [
    'a warning that found a failure',
    () => kept({outcome: 'warn', findings: unmet('expect')}),
    /expected status/,
  ],
  [
    'a pass that found a warning',
    () => kept({findings: unmet('warn')}),
    /one of its warnings is out/,
  ],
  ['a command that ended with 1', () => kept({kind: 'command', code: 1}), /ended with exit 1/],
  ['a word that nobody gave', () => kept(manual), /nobody attests it/],
  [
    'a word that nobody is named for',
    () => kept({...manual, attestation: {...attestation, by: 'n/a'}}),
    /attested by nobody/,
  ],
  [
    'the word of another',
    () => kept({...manual, attestation: {...attestation, by: 'Mina Okafor'}}),
    /attested by Mina Okafor, and Jordan Ruiz enters it/,
  ],
  [
    'a word that says no',
    () => kept({...manual, attestation: {...attestation, isMet: false}}),
    /nobody attests it/,
  ],
];

describe('a run that no run gives', () => {
  it.each(lies)('is refused: %s', async (_, lie, refusal) => {
    await using world = await makeWorld('new', {hasGates: false});
    const before = world.journal().length;
    const {at: _at, ...change} = lie() as Change & {at?: string};
    await expect(world.append(change as Change)).rejects.toThrow(refusal);
    expect(world.journal().length).toBe(before);
  });

  it('is refused where a check is there twice', async () => {
    await using world = await makeWorld('new', {hasGates: false});
    const {at: _, ...twice} = run(justNow(), [{name: 'API'}, {name: 'API'}]);
    await expect(world.append(twice)).rejects.toThrow(/twice/);
  });
});

describe('an honest run', () => {
  it('is kept', async () => {
    await using world = await makeWorld('new', {hasGates: false});
    await world.append(kept({}));
    await world.append(
      kept({
        kind: 'command',
        code: 1,
        findings: [
          {subject: 'exit', expected: 'equals 1', actual: '1', isMet: true, level: 'expect'},
        ],
      }),
    );
    await world.append(kept({outcome: 'warn', findings: unmet('warn')}));
    await world.append(kept({outcome: 'fail', findings: unmet('expect')}));
    await world.append(kept({...manual, attestation}));
    expect(world.handoff().checkRuns).toHaveLength(5);
  });
});

describe('what was found outside', () => {
  it('is told once, and again when it has changed', async () => {
    await using world = await makeWorld('new', {hasGates: false});
    const seen = (letter: string): Change => ({
      type: 'checks/seen',
      file: '/srv/orders/handoff.yaml',
      sha256: letter.repeat(64),
      checks: [{name: 'API', kind: 'http', severity: 'required'}],
    });
    await world.append(seen('a'));
    await expect(world.append(seen('a'))).rejects.toThrow(/as it was/);
    await world.append(seen('b'));
    const found: Change = {type: 'evidence/found-changed', stored: 'f'.repeat(64), kind: 'changed'};
    await world.append(found);
    await expect(world.append(found)).rejects.toThrow(/found before/);
  });
});
