import {expect, it} from 'vitest';
import {stages} from '../fixtures/world/story.ts';
import {makeWorld} from '../fixtures/world/world.ts';

it.each(stages)(
  'an honest handoff comes to be "%s", and no rule stands in its way',
  async (stage) => {
    await using world = await makeWorld(stage);
    const {setAside} = world.snapshot();
    expect(setAside).toEqual([]);
  },
);
