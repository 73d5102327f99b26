import {stepProgress} from '../../handoff/items/progress.ts';
import {progressWords} from '../../handoff/time/wording.ts';
import {stepPlace, type StepSize} from '../frame/step-frame.tsx';
import {line, span, spread, type Line} from '../list/line.ts';
import type {View} from '../view.ts';
import type {StepContent} from './step-content.ts';
import {shortIntroduction} from './step-texts.ts';

/** Title, figure and introduction of a step; a long introduction is read in the list. */
export function stepHeading(
  {step, handoff, ...view}: View,
  {figure, isTerse = false}: Pick<StepContent, 'figure' | 'isTerse'>,
  {width, height, hasRail}: StepSize,
): Line[] {
  const progress = figure ?? `${progressWords(stepProgress(handoff, step))} settled`;
  const right = typeof progress === 'string' ? line(progress, 'muted') : progress;
  const title = spread([span(step.title, 'heading')], right, width);
  const place = hasRail ? [] : [line(stepPlace({...view, step, handoff}), 'muted')];
  const shown = showsIntroduction({isTerse}, height) ? (shortIntroduction(step, width) ?? []) : [];
  return [title, ...place, ...shown, []];
}

/** Whether there is room under the title for what a step is about. */
export function showsIntroduction(
  {isTerse}: Pick<StepContent, 'isTerse'>,
  height: number,
): boolean {
  return height >= 16 && isTerse !== true;
}
