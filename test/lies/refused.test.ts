import {afterAll, describe, expect, it, onTestFinished} from 'vitest';
import {forge, saidByCommand, saidByStore, saidByWizard} from './faces.ts';
import {refusedLies, type Lie} from './refused.ts';
import type {Snapshot} from '../../source/store/snapshot.ts';
import type {Stage} from '../fixtures/world/story.ts';
import {makeWorld, type World} from '../fixtures/world/world.ts';

/** The handoff without what tells of the journal itself. */
function changeable({handoff: whole}: Snapshot) {
  const {updatedAt: _, marks: _marks, actors: _actors, ...handoff} = whole;
  return handoff;
}

it('there are enough of them, and each has a name of its own', () => {
  const names = refusedLies.map(({name}) => name);
  expect(new Set(names).size).toBe(names.length);
});

const shared = new Map<Stage, Promise<World>>();
afterAll(async () => {
  for (const world of shared.values()) await (await world)[Symbol.asyncDispose]();
});

/** The world of a lie. Nothing comes of a lie, so those that nothing leads to are told in one. */
function worldFor({at, before}: Lie): Promise<World> {
  if (before) return makeWorld(at);
  const world = shared.get(at) ?? makeWorld(at);
  shared.set(at, world);
  return world;
}

describe.each(refusedLies)('rule $rule: $name', (told) => {
  it('is refused by the store, a command, the wizard and the journal, in one message', async () => {
    const world = await worldFor(told);
    const {before, lie, says} = told;
    if (before) onTestFinished(() => world[Symbol.asyncDispose]());
    const lead = before?.(world) ?? [];
    if (lead.length > 0) await world.append(...lead);
    const change = lie(world);
    const store = await saidByStore(world, change);
    expect(store?.words).toMatch(says);
    expect(await saidByCommand(world, change)).toEqual(store?.asCommand);
    expect((await saidByWizard(world, change))?.words).toEqual(store?.words);
    // And where somebody writes it past all of them, it reads so and changes nothing.
    const handoff = changeable(world.snapshot());
    const forged = forge(world, change);
    onTestFinished(forged.remove);
    const after = world.snapshot();
    const mark = after.setAside.find(({action}) => action.id === forged.id);
    expect(mark?.reading).toBe('against');
    expect(`${mark?.refusal.message} ${mark?.refusal.try}`).toEqual(store?.words);
    expect(changeable(after)).toEqual(handoff);
  });
});
