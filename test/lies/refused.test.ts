import {describe, expect, it} from 'vitest';
import {forge, saidByCommand, saidByStore, saidByWizard} from './faces.ts';
import {refusedLies} from './refused.ts';
import type {Snapshot} from '../../source/store/snapshot.ts';
import {makeWorld} from '../fixtures/world/world.ts';

/** The handoff without what tells of the journal itself. */
function changeable({handoff: whole}: Snapshot) {
  const {updatedAt: _, marks: _marks, actors: _actors, ...handoff} = whole;
  return handoff;
}

it('there are enough of them, and each has a name of its own', () => {
  const names = refusedLies.map(({name}) => name);
  expect(new Set(names).size).toBe(names.length);
});

describe.each(refusedLies)('rule $rule: $name', ({at, before, lie, says}) => {
  it('is refused by the store, a command, the wizard and the journal, in one message', async () => {
    await using world = await makeWorld(at);
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
    const after = world.snapshot();
    const mark = after.setAside.find(({action}) => action.id === forged);
    expect(mark?.reading).toBe('against');
    expect(`${mark?.refusal.message} ${mark?.refusal.try}`).toEqual(store?.words);
    expect(changeable(after)).toEqual(handoff);
  });
});
