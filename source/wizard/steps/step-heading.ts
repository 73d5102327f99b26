import {stepProgress} from '../../handoff/items/progress.ts';
import {progressWords} from '../../handoff/time/wording.ts';
import {stepPlace, type StepSize} from '../frame/step-frame.tsx';
import {line, span, spread, wrapLines, type Line} from '../list/line.ts';
import {withoutLinks} from '../list/without-links.ts';
import type {View} from '../view.ts';
import type {StepContent} from './step-content.ts';

/** Title, figure and introduction of a step; the help has all of the introduction. */
export function stepHeading(
  {step, handoff, ...view}: View,
  {figure, isTerse = false}: Pick<StepContent, 'figure' | 'isTerse'>,
  {width, height, hasRail}: StepSize,
): Line[] {
  const progress = figure ?? `${progressWords(stepProgress(handoff, step))} settled`;
  const title = spread([span(step.title, 'heading')], line(progress, 'muted'), width);
  const place = hasRail ? [] : [line(stepPlace({...view, step, handoff}), 'muted')];
  const room = height >= 16 && !isTerse ? 3 : 0;
  const shown = step.introduction ? leadingSentences(step.introduction, width, room) : [];
  return [title, ...place, ...shown, []];
}

/** As many whole sentences as `room` rows hold. */
function leadingSentences(text: string, width: number, room: number): Line[] {
  const sentences = withoutLinks(text)
    .replaceAll(/\s+/g, ' ')
    .split(/(?<=[.?!])\s/);
  let rows: Line[] = [];
  for (let count = 1; count <= sentences.length; count += 1) {
    const next = wrapLines(sentences.slice(0, count).join(' '), width, 'muted');
    if (next.length > room) break;
    rows = next;
  }
  return rows;
}
