import {describe, expect, it} from 'vitest';
import {changeTypes} from '../../source/handoff/changes/catalogue.ts';
import {everyChange} from './every-change.ts';
import {saidByCommand, saidByStore, saidByWizard} from './faces.ts';
import {stages} from './story.ts';
import {makeWorld} from './world.ts';

describe.each(stages)('to a handoff that is "%s"', (stage) => {
  it('every face says the same of every change, and writes nothing', async () => {
    await using world = await makeWorld(stage);
    const before = world.snapshot().journal.length;
    const changes = everyChange(world);
    for (const type of changeTypes) {
      const change = changes[type];
      const store = await saidByStore(world, change);
      const command = await saidByCommand(world, change);
      const wizard = saidByWizard(world, change);
      expect({type, said: command}).toEqual({type, said: store});
      expect({type, words: wizard?.words}).toEqual({type, words: store?.words});
    }
    expect(world.snapshot().journal).toHaveLength(before);
  });
});
