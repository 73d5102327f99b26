import type {Progress} from '../../progress/told-progress.ts';
import {countWords, shareOf, timeWordsOf} from '../../progress/progress-words.ts';
import {bar} from './bar.ts';
import {span, truncate, type Line} from './line.ts';

export interface ShownProgress {
  readonly progress: Progress;
  /** Milliseconds since the whole began, and since its progress was told. */
  readonly elapsed: number;
  readonly since?: number;
}

const barWidth = 8;

/** How far something is: a bar, the count, the time, and what is left of it where that is known. */
export function progressFigure({progress, elapsed, since}: ShownProgress): Line {
  const share = shareOf(progress);
  const words = [countWords(progress), timeWordsOf(progress, elapsed, since)].filter(Boolean);
  return [
    ...(share === undefined ? [] : [span(bar(share, barWidth), 'accent'), span(' ')]),
    span(words.join(', '), 'muted'),
  ];
}

/** The same, and what is done now, in a row. */
export function progressRow(shown: ShownProgress, width: number): Line {
  const figure = progressFigure(shown);
  const room = width - figure.reduce((sum, {text}) => sum + text.length, 0) - 2;
  return [...figure, span('  '), span(truncate(shown.progress.doing, Math.max(0, room)), 'accent')];
}
