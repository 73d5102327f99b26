import {expect, test} from 'vitest';
import {readSnapshot} from '../../source/store/snapshot.ts';
import {makeScreenPlace} from '../e2e/screens/places.ts';

test.each(['begun', 'ready', 'running', 'ended', 'finished'] as const)(
  'nothing in the sample that is %s was recorded against the rules',
  async (name) => {
    await using place = await makeScreenPlace(name);
    const {handoff, problems} = readSnapshot(place.home, place.handoff ?? '');
    expect(problems).toEqual([]);
    expect(handoff.marks).toEqual([]);
  },
);
