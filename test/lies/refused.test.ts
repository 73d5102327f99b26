import {cp} from 'node:fs/promises';
import {afterAll, describe, expect, it} from 'vitest';
import {makeStoreHome} from '../harness/store-home.ts';
import {forge, saidByCommand, saidByStore, saidByWizard} from './faces.ts';
import {refusedLies} from './refused.ts';
import type {Stage} from './story.ts';
import {makeWorld, worldIn, type World} from './world.ts';

const made = new Map<Stage, Promise<World>>();

/** A world of its own, copied from one that has come as far. */
async function copyOf(stage: Stage): Promise<World> {
  const original = made.get(stage) ?? makeWorld(stage);
  made.set(stage, original);
  const {folder} = await original;
  const copy = makeStoreHome();
  await cp(folder, copy.path, {recursive: true});
  return worldIn(copy);
}

/** The handoff without what tells of the journal itself. */
function changeable(world: World) {
  const {updatedAt: _, marks: _marks, actors: _actors, ...handoff} = world.snapshot().handoff;
  return handoff;
}

afterAll(async () => {
  for (const world of made.values()) await (await world)[Symbol.asyncDispose]();
});

it('there are enough of them, and each has a name of its own', () => {
  const names = refusedLies.map(({name}) => name);
  expect(new Set(names).size).toBe(names.length);
});

describe.each(refusedLies)('rule $rule: $name', ({at, before, lie, says}) => {
  it('is refused by the store, a command, the wizard and the journal, in one message', async () => {
    await using world = await copyOf(at);
    const lead = before?.(world) ?? [];
    if (lead.length > 0) await world.append(...lead);
    const change = lie(world);
    const store = await saidByStore(world, change);
    expect(store?.words).toMatch(says);
    expect(await saidByCommand(world, change)).toEqual(store);
    expect((await saidByWizard(world, change))?.words).toEqual(store?.words);
    // And where somebody writes it past all of them, it reads so and changes nothing.
    const handoff = changeable(world);
    const forged = forge(world, change);
    const mark = world.snapshot().setAside.find(({action}) => action.id === forged);
    expect(mark?.reading).toBe('against');
    expect(`${mark?.refusal.message} ${mark?.refusal.try}`).toEqual(store?.words);
    expect(changeable(world)).toEqual(handoff);
  });
});
