import {describe, expect, it} from 'vitest';
import type {Change} from '../../../source/handoff/changes/catalogue.ts';
import {tellSteps} from '../../../source/handoff/changes/step-runs.ts';
import type {FieldValues} from '../../../source/handoff/model/handoff-record.ts';
import type {StepRun} from '../../../source/handoff/model/proof.ts';
import {fieldText} from '../../../source/handoff/registers/records.ts';
import {runbookSteps} from '../../../source/handoff/runbooks/runbook-steps.ts';
import {proofStanding} from '../../../source/handoff/standing/proof-standing.ts';
import {runbookDigest} from '../../../source/handoff/standing/runbook-digest.ts';
import {neverRunWords} from '../../../source/handoff/standing/steps-standing.ts';
import {makeWorld, type World} from '../../fixtures/world/world.ts';

const steps = `1. Look
   $ look
   See: up
   Then: the end
   If not: step 2
2. Restart
   Change: it is away for a second
   $ restart
3. Look again
   $ look
   See: up
   If not: call Lee Novak
   If slow: runbook "Restart the host"
4. Ask the tills
   See: they order again`;
const short = steps.split('\n4. ')[0] ?? '';

function adds(fields: FieldValues): Change {
  const own = {name: 'Restart', trigger: 'An alert', author: 'Jordan Ruiz', ...fields};
  return {type: 'record/added', register: 'runbooks', item: 'restart-services', fields: own};
}

const rowOf = (world: World) => {
  const row = world.handoff().records.at(-1);
  if (!row) throw new Error('There is no row.');
  return row;
};

async function withSteps(text = short): Promise<World> {
  const world = await makeWorld('new');
  await world.append(adds({steps: text}));
  return world;
}

const begun = new Date().toISOString();

/** A run of a step as the program finds it. */
function ran(world: World, number: number, more: Partial<StepRun> = {}): StepRun {
  const step = runbookSteps(rowOf(world))[number - 1];
  const {title = 'No such step', commands: command = 'x', expected = ''} = step ?? {};
  return {
    number,
    title,
    command,
    expected,
    actual: `exit 0: ${expected}`,
    ranAt: begun,
    isMet: true,
    kind: 'measured',
    code: 0,
    ...more,
  };
}

const failed = {isMet: false, code: 1, actual: 'exit 1'} as const;

function proves(world: World, runs: readonly StepRun[], more: object = {}): Promise<unknown> {
  const row = rowOf(world);
  return world.append({
    type: 'runbook/proven',
    record: row.id,
    command: '',
    expected: '',
    actual: '',
    isMet: true,
    digest: runbookDigest(row),
    ...tellSteps(runs),
    ...more,
  });
}

const standing = (world: World) =>
  proofStanding(world.handoff(), rowOf(world), new Date().toISOString());

describe('a runbook with steps', () => {
  it('is refused with the line of what is wrong, in its text and beside it', async () => {
    await using world = await makeWorld('new');
    const refuses = async (fields: FieldValues, words: RegExp) =>
      expect(world.append(adds(fields))).rejects.toThrow(words);
    await refuses({steps: '1. Look\n   If not: step 3'}, /Steps: Line 2: Step 1 goes to step 3/);
    await refuses(
      {steps, effect: 'safe'},
      /Line 6: step 2 changes the system, and "Effect" says safe/,
    );
    await refuses({steps: '1. Look\n$ ls', effect: 'changes'}, /no step says "Change:"/);
    await refuses({steps, commands: 'ls'}, /empty "Commands"/);
  });

  it('has the effect that its steps have, also after they are changed', async () => {
    await using world = await withSteps();
    expect(fieldText(rowOf(world), 'effect')).toBe('changes');
    await world.append({
      type: 'record/changed',
      record: rowOf(world).id,
      fields: {steps: '1. Look\n   $ look\n   See: up'},
    });
    expect(fieldText(rowOf(world), 'effect')).toBe('safe');
  });
});

describe('a run of steps', () => {
  it('is proven where the way came to its end and each step showed what it should', async () => {
    await using world = await withSteps();
    await proves(world, [ran(world, 1)]);
    expect(standing(world)).toMatchObject({state: 'proven'});
    expect(neverRunWords(world.handoff(), rowOf(world))).toBe('steps 2 and 3 have not been run');
    await proves(world, [ran(world, 1, failed), ran(world, 2), ran(world, 3)]);
    expect(standing(world)).toMatchObject({state: 'proven'});
    expect(neverRunWords(world.handoff(), rowOf(world))).toBeUndefined();
  });

  it('is a word where a step was done by hand, or judged by a person', async () => {
    await using world = await withSteps(steps.replace('   Then: the end\n', ''));
    const byHand = {command: '', kind: 'attested', actual: 'They order again'} as const;
    const {code: _, ...tills} = ran(world, 4, byHand);
    const before = [ran(world, 1, failed), ran(world, 2), ran(world, 3)];
    await proves(world, [...before, tills]);
    expect(standing(world)).toMatchObject({state: 'attested', why: 'step 4 was done by hand'});
    await using other = await withSteps();
    const unseen = ran(other, 1, {actual: 'exit 0: down'});
    await proves(other, [unseen]);
    expect(standing(other)).toMatchObject({
      state: 'attested',
      why: 'the output of step 1 was judged by a person',
    });
  });

  it('is a word where nothing looks after the last change', async () => {
    await using world = await withSteps('1. Look\n   $ look\n   See: up\n2. Change: go\n   $ go');
    await proves(world, [ran(world, 1), ran(world, 2)]);
    expect(standing(world)).toMatchObject({
      state: 'attested',
      why: 'nothing says how to see that all is well after step 2',
    });
  });

  it('is not proven where it was left, and failed where a step did', async () => {
    await using world = await withSteps();
    const [first, second] = [ran(world, 1, failed), ran(world, 2)];
    const not = {isMet: false};
    await proves(world, [first, second], not);
    expect(standing(world)).toMatchObject({
      state: 'not proven',
      why: 'it was left at step 2, before its end',
    });
    await proves(world, [first, second, ran(world, 3, failed)], not);
    expect(standing(world)).toMatchObject({
      state: 'failed',
      why: 'step 3 did not show what it should',
    });
    const left = {kind: 'runbook', name: 'Restart the host'} as const;
    await proves(world, [first, second, ran(world, 3, {...failed, left})], not);
    expect(standing(world)).toMatchObject({
      state: 'not proven',
      why: 'step 3 did not show what it should, and it went on with "Restart the host"',
    });
  });

  it('proves nothing of steps that were changed since', async () => {
    await using world = await withSteps();
    await proves(world, [ran(world, 1)]);
    const fields = {steps: short.replace('$ restart', '$ reboot')};
    await world.append({type: 'record/changed', record: rowOf(world).id, fields});
    expect(standing(world).state).toBe('changed since');
    expect(neverRunWords(world.handoff(), rowOf(world))).toBeUndefined();
  });

  it('is refused where it tells of a way that there is not, or of what did not show', async () => {
    await using world = await withSteps();
    const refuses = async (runs: readonly StepRun[], words: RegExp, more?: object) =>
      expect(proves(world, runs, more)).rejects.toThrow(words);
    const [look, restart, again] = [ran(world, 1, failed), ran(world, 2), ran(world, 3)];
    await refuses([again], /begins with step 1, and this one with step 3/);
    await refuses([look, again], /No way leads from step 1 to step 3/);
    await refuses([ran(world, 1), restart, again], /No way leads from step 1 to step 2/);
    await refuses([look, restart], /ended at step 2 of 3, and that is not its end/);
    await refuses([look, restart, ran(world, 3, {code: 1})], /Step 3 ended with exit 1/);
    await refuses(
      [look, {...restart, command: 'true'}, again],
      /Step 2 of "Restart" is another now/,
    );
    await refuses([ran(world, 1, {command: ''})], /At step 1 nothing ran/);
    const {kind: _, ...unjudged} = ran(world, 1);
    await refuses([unjudged], /judged by nobody/);
    await refuses([ran(world, 1)], /says something else than its steps/, {code: 1});
    await refuses([ran(world, 1)], /figures and its texts/, {told: []});
    await refuses([ran(world, 1, {ranAt: '2099-01-01T00:00:00.000Z'})], /begins after now/);
  });
});

it('a runbook without steps has the digest that it always had', () => {
  const row = {
    id: 'r',
    register: 'runbooks',
    item: 'restart-services',
    fields: {name: 'Restart', effect: 'changes', commands: 'restart', expected: 'up'},
  } as const;

  expect(runbookDigest(row)).toBe(
    'ea4c6cd4d14a30c69ebec1819d21eaef3d9ddf4b833c029fbebc4480cc3e3580',
  );
});
