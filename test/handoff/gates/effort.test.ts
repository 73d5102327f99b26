import {expect, it} from 'vitest';
import {effortWords, minutesWords, type Missing} from '../../../source/handoff/gates/effort.ts';
import {readGate} from '../../../source/handoff/gates/gates.ts';
import {gateNames} from '../../../source/handoff/model/gate-waiver.ts';
import {stages} from '../../fixtures/world/story.ts';
import {makeWorld} from '../../fixtures/world/world.ts';

const now = () => new Date().toISOString();

it.each(stages)(
  'at the stage "%s" each gate has the quickest first, with whole minutes',
  async (stage) => {
    await using world = await makeWorld(stage);
    for (const name of gateNames) {
      const {missing} = readGate(world.handoff(), name, now());
      const minutes = missing.map((one) => one.minutes ?? Number.POSITIVE_INFINITY);
      expect(minutes).toEqual(minutes.toSorted((a, b) => a - b));
      const known = minutes.filter(Number.isFinite);
      expect(known.filter((one) => !Number.isInteger(one) || one < 1)).toEqual([]);
    }
  },
);

it('a table takes as long as the fields of a row, and a row that lacks fields as long as these', async () => {
  await using world = await makeWorld('new');
  const find = (id: string) =>
    readGate(world.handoff(), 'session', now()).missing.find((one) => one.id.startsWith(id));
  const [whole] = [find('item network')?.minutes ?? 0];
  await world.append({
    type: 'record/added',
    register: 'flows',
    item: 'network',
    fields: {from: 'Orders'},
  });
  expect(find('fields ')?.minutes).toBeLessThanOrEqual(whole);
  expect(find('proven back-up-and-restore')?.minutes).toBeGreaterThan(
    find('proven check-health')?.minutes ?? 0,
  );
});

it('what only time settles takes nobody’s time and stands last', async () => {
  await using world = await makeWorld('ended');
  const {missing} = readGate(world.handoff(), 'closing', now());
  expect(missing.find(({id}) => id === 'exit end-date')?.minutes).toBeNull();
  expect(missing.at(-1)?.minutes).toBeNull();
});

it('words say about how long it takes, in fives from an hour on', () => {
  const taking = (minutes: number | null) => ({minutes}) as Missing;
  expect(effortWords([taking(2), taking(33)])).toBe('about 35 min in all');
  expect(effortWords([taking(2), taking(60)])).toBe('about 1 h in all');
  expect(effortWords([taking(2), taking(null)])).toBe('about 2 min in all, 1 to wait for');
  expect(effortWords([taking(null), taking(null)])).toBe('2 to wait for');
  expect(minutesWords(taking(2))).toBe('about 2 min');
  expect(minutesWords(taking(null))).toBe('to wait for');
});
