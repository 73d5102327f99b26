import {expect, it} from 'vitest';
import {printedGate, printedPlace} from '../../source/commands/printed-place.ts';
import {readGate} from '../../source/handoff/gates/gates.ts';
import type {Line} from '../../source/handoff/model/place.ts';
import {handoffWith, held} from '../fixtures/afterwards.ts';

it.each<readonly [Line | undefined, string | undefined]>([
  [undefined, undefined],
  [{kind: 'item', id: 'check-health'}, 'check-health'],
  [{kind: 'row', id: 'a1'}, 'record a1'],
  [{kind: 'check', name: 'API is healthy'}, 'check API is healthy'],
  [{kind: 'check-in', number: 2}, 'check-in 2'],
  [{kind: 'follow-up', id: 'question a4'}, 'question a4'],
])('%o is printed as %j beside its step', (line, item) => {
  expect(printedPlace({step: 'here', ...(line ? {line} : {})})).toEqual({
    step: 'here',
    ...(item === undefined ? {} : {item}),
  });
});

it('a gate is printed with the step and the line of what it lacks, as programs read it', () => {
  const handoff = handoffWith(held);
  const {missing, waived} = printedGate(readGate(handoff, 'closing', '2026-03-12T12:00:00.000Z'));
  expect(waived).toEqual([]);
  expect(missing).toContainEqual({
    id: 'exit check-ins',
    mistake: 'out of reach',
    text: 'Not yet: every check-in was held in time. Check-in 1, due Mon 9 Mar, was not held.',
    fact: {'check-in 1': 10_000},
    isPast: false,
    minutes: null,
    step: 'transition',
    item: 'check-in 1',
  });
});
