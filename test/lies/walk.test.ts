import {expect, it} from 'vitest';
import {changeTypes, type ChangeType} from '../../source/handoff/changes/catalogue.ts';
import {isFull} from '../harness/amount.ts';
import {everyChange} from './every-change.ts';
import {saidByCommand, saidByStore, saidByWizard} from './faces.ts';
import {stages, type Stage} from '../fixtures/world/story.ts';
import {makeWorld} from '../fixtures/world/world.ts';

/** What the store says of each change at a stage; it is held that the other faces say the same. */
async function walk(stage: Stage): Promise<ReadonlyMap<ChangeType, string>> {
  await using world = await makeWorld(stage);
  const before = world.snapshot().journal.length;
  const changes = everyChange(world);
  const said = new Map<ChangeType, string>();
  for (const type of changeTypes) {
    const change = changes[type];
    const store = await saidByStore(world, change);
    // The rule is the store's; over the stages both other faces are asked about every change.
    const turn = (stages.indexOf(stage) + changeTypes.indexOf(type)) % 4;
    const command = isFull || turn === 0 ? await saidByCommand(world, change) : store?.asCommand;
    const wizard = isFull || turn === 2 ? await saidByWizard(world, change) : store;
    expect({stage, type, said: command}).toEqual({stage, type, said: store?.asCommand});
    expect({stage, type, words: wizard?.words}).toEqual({stage, type, words: store?.words});
    said.set(type, store?.code ?? '');
  }
  expect(world.snapshot().journal).toHaveLength(before);
  return said;
}

const codes = new Map<Stage, ReadonlyMap<ChangeType, string>>();

it.each(stages)(
  'every face says the same of every change to a handoff that is "%s"',
  async (stage) => {
    const said = await walk(stage);
    expect([...said.keys()]).toEqual(changeTypes);
    codes.set(stage, said);
  },
);

it('which change may be when is as it stands in the table', async () => {
  const rows = changeTypes.map((type) => [
    type,
    ...stages.map((stage) => codes.get(stage)?.get(type) || 'may be'),
  ]);
  const table = [['change', ...stages], ['---', ...stages.map(() => '---')], ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
  await expect(`${table}\n`).toMatchFileSnapshot('what-may-be-when.md');
});
