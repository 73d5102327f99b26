import {describe, expect, it} from 'vitest';
import {
  movedBudgets,
  planBudgets,
  reserve,
  won,
} from '../../../source/handoff/session/agenda-budget.ts';
import {readLength} from '../../../source/handoff/session/plan-length.ts';
import {item} from '../../fixtures/small-playbook.ts';

const blocks = [
  item('overview', {text: 'Overview', minutes: {min: 10, max: 10}}),
  item('walkthrough', {text: 'Walkthrough', minutes: {min: 30, max: 40}}),
  item('questions', {text: 'Questions', minutes: {min: 15, max: 20}}),
  item('next-steps', {text: 'Next steps', minutes: {min: 5, max: 10}}),
];
const at = '2026-03-04T10:00:00.000Z';

function minutesOf(total: number): number[] {
  return planBudgets(blocks, total).map(({minutes}) => minutes);
}

describe('what a block gets of the length', () => {
  it('is its floor, and of the rest a share up to its most', () => {
    expect(minutesOf(60)).toEqual([10, 30, 15, 5]);
    expect(minutesOf(70)).toEqual([10, 35, 18, 7]);
    expect(minutesOf(80)).toEqual([10, 40, 20, 10]);
  });

  it('is whole minutes that add up to the length, for every length', () => {
    for (let total = 60; total <= 140; total += 1)
      expect(
        minutesOf(total).reduce((sum, minutes) => sum + minutes, 0),
        String(total),
      ).toBe(total);
  });

  it('leaves a reserve beyond the most of every block', () => {
    expect(planBudgets(blocks, 90).at(-1)).toEqual({block: reserve, floor: 0, minutes: 10});
  });

  it('is nothing in an agenda without minutes', () => {
    expect(planBudgets([item('talk')], 60)).toEqual([{block: 'talk', floor: 0, minutes: 0}]);
  });
});

describe('moved minutes', () => {
  const move = (from: string, to: string, minutes: number) => ({from, to, minutes, at});
  const after = (total: number, ...moves: ReturnType<typeof move>[]) =>
    movedBudgets(planBudgets(blocks, total), moves).map(({minutes}) => minutes);

  it('go from one block to another', () => {
    expect(after(80, move('next-steps', 'walkthrough', 5))).toEqual([10, 45, 20, 5]);
  });

  it('never take a block below its floor, not even when two people take at once', () => {
    const both = [move('questions', 'walkthrough', 5), move('questions', 'overview', 5)];
    expect(after(80, ...both)).toEqual([10, 45, 15, 10]);
    expect(after(60, ...both)).toEqual([10, 30, 15, 5]);
  });

  it('come from the reserve, or from what blocks left over', () => {
    expect(after(90, move(reserve, 'questions', 5))).toEqual([10, 40, 25, 10, 5]);
    expect(after(60, move(won, 'walkthrough', 4))).toEqual([10, 34, 15, 5]);
  });

  it('change nothing where a block is not known', () => {
    expect(after(80, move('nothing', 'questions', 5), move('questions', 'nothing', 5))).toEqual([
      10, 40, 20, 10,
    ]);
  });
});

describe('the length of a session', () => {
  it('is typed in minutes or hours', () => {
    expect(readLength('75', blocks, 60)).toEqual({minutes: 75});
    expect(readLength('1h 15m', blocks, 60)).toEqual({minutes: 75});
  });

  it.each([
    [
      '30',
      60,
      '30 minutes are too few: the blocks need it (Overview 10, Walkthrough 30, Questions 15, Next steps 5). Type 60 or more.',
    ],
    ['60', 90, '60 minutes are too few: the playbook allows no shorter session. Type 90 or more.'],
    ['long', 60, '"long" is no length. Type minutes, 60 or more, such as 75.'],
    ['', 60, '"" is no length. Type minutes, 60 or more, such as 75.'],
    [
      '10h',
      60,
      '600 minutes are more than anybody listens. Type 480 at the most, and plan a second part.',
    ],
  ])('"%s" at %i or more is refused with what is allowed', (text, least, problem) => {
    expect(readLength(text, blocks, least)).toEqual({problem});
  });
});
