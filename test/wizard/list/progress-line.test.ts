import {expect, test} from 'vitest';
import {lineWidth} from '../../../source/wizard/list/line.ts';
import {progressFigure, progressRow} from '../../../source/wizard/list/progress-line.ts';
import {spoken} from '../../../source/wizard/list/spoken.ts';

const progress = {doing: 'handoff-document.pdf', done: 3, total: 12, left: 8200};
const words = (line: readonly {readonly text: string}[]) => line.map(({text}) => text).join('');

test('a bar, the count, the time and what is left of it', () => {
  expect(words(progressFigure({progress, elapsed: 2500}))).toBe(
    '██░░░░░░ 3/12, 2 s, about 9 s left',
  );
  const unknown = {doing: 'looking through /srv', done: 0};
  expect(words(progressFigure({progress: unknown, elapsed: 2500}))).toBe('2 s');
});

test('a row says what is done now, and never wraps', () => {
  expect(words(progressRow({progress, elapsed: 2500}, 80))).toMatch(
    /left {2}handoff-document.pdf$/,
  );
  for (const width of [20, 40, 50])
    expect(lineWidth(progressRow({progress, elapsed: 2500}, width))).toBeLessThanOrEqual(
      Math.max(36, width),
    );
});

test('a screen reader hears the words without the bar', () => {
  const [heard = []] = spoken([progressRow({progress, elapsed: 2500}, 80)]);
  expect(words(heard)).not.toMatch(/[█░]/u);
  expect(words(heard)).toContain('3/12, 2 s, about 9 s left');
});
