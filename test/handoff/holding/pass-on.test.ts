import {expect, it} from 'vitest';
import {holderOf} from '../../../source/handoff/holding/holder.ts';
import {sideOf} from '../../../source/handoff/rules/people/sides.ts';
import {summarize} from '../../../source/store/progress/summarize.ts';
import {customer, engineer} from '../../fixtures/world/story.ts';
import {makeWorld} from '../../fixtures/world/world.ts';

it('whoever it is passed on to holds it, hands over, and cannot take it over as well', async () => {
  await using world = await makeWorld('new');
  expect(holderOf(world.handoff())).toBe(engineer);
  expect(summarize(world.handoff()).holder).toBeUndefined();
  await world.append({type: 'handoff/passed-on', to: 'Sam Reed', note: 'Ask Mina first'});
  expect(holderOf(world.handoff())).toBe('Sam Reed');
  expect(summarize(world.handoff()).holder).toBe('Sam Reed');
  expect(sideOf(world.handoff(), 'Sam Reed')).toBe('vendor');
  await world.undo();
  expect(holderOf(world.handoff())).toBe(engineer);
});

it.each([
  ['nobody', 'tbd', 'names nobody'],
  ['an account', 'root', 'is an account'],
  ['who holds it already', engineer, 'holds it already'],
  ['the receiver', customer, 'takes the system over'],
])('is not passed on to %s', async (_, to, says) => {
  await using world = await makeWorld('new');
  await world.append({type: 'person/described', name: customer, side: 'customer'});
  await expect(world.append({type: 'handoff/passed-on', to})).rejects.toThrow(says);
});
