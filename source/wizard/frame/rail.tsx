import {memo} from 'react';
import stringWidth from 'string-width';
import {Box} from 'ink';

import {stepsOf} from '../../playbook/walk.ts';
import type {Handoff} from '../../handoff/model/handoff.ts';
import {isComplete, stepProgress} from '../../handoff/items/progress.ts';
import {acceptanceStanding} from '../../handoff/standing/acceptance-standing.ts';
import {progressWords} from '../../handoff/time/wording.ts';
import type {Step} from '../../playbook/playbook.ts';
import {glyphs, type Sign} from '../theme/glyphs.ts';
import {drawRows} from '../list/draw-rows.ts';
import {line, truncate} from '../list/line.ts';
import {List} from '../list/list.tsx';
import {headingRow, type Row} from '../list/row.ts';

interface RailProps {
  readonly handoff: Handoff;
  readonly current: string;
  /** Whether a check stands in the way. */
  readonly isBlocked: boolean;
  readonly width: number;
  readonly height: number;
}

/** Narrower than this, titles need the room of the figures. */
const leastForFigures = 30;

/** The last part of a title of several, where all of it has no room: the first parts are those of its neighbours. */
function shortTitle(title: string, room: number): string {
  if (stringWidth(title) <= room) return title;
  const last = title.split(': ').at(-1) ?? title;
  return last === title ? title : `${glyphs.ellipsis} ${last}`;
}

/** How a step stands, at a glance. */
export function stepSign(handoff: Handoff, step: Step, isBlocked: boolean): Sign {
  if (step.screen === 'checks' && isBlocked)
    return {glyph: glyphs.alarm, word: 'blocked', token: 'danger'};
  if (
    step.screen === 'sign-off' &&
    acceptanceStanding(handoff).state === 'changed since acceptance'
  )
    return {glyph: glyphs.half, word: 'changed since', token: 'warning'};
  const progress = stepProgress(handoff, step);
  if (isComplete(progress)) return {glyph: glyphs.done, word: 'complete', token: 'success'};
  return progress.settled > 0
    ? {glyph: glyphs.half, word: 'begun', token: 'accent'}
    : {glyph: glyphs.open, word: 'open', token: 'muted'};
}

/**
 * Phases and steps with their state; the current step stands out. A move of the cursor within a step
 * leaves it as it is.
 */
export const Rail = memo(function Rail({handoff, current, isBlocked, width, height}: RailProps) {
  const steps = stepsOf(handoff.playbook);
  const isNarrow = width < leastForFigures;
  const rows = steps.flatMap(({phase, step}, index): Row[] => {
    const progress = progressWords(stepProgress(handoff, step));
    const row: Row = {
      key: step.id,
      sign: stepSign(handoff, step, isBlocked),
      text: shortTitle(step.title, width - (isNarrow ? 4 : 10)),
      isCut: true,
      ...(isNarrow ? {} : {figure: line(progress, 'muted')}),
    };
    if (steps[index - 1]?.phase === phase) return [row];
    return [headingRow(truncate(phase.title.toUpperCase(), width - 2)), row];
  });
  return (
    <Box width={width} height={height} flexShrink={0}>
      <List
        drawn={drawRows(rows, {selected: current, width, isSpoken: false})}
        selected={current}
        onSelect={() => undefined}
        height={height}
      />
    </Box>
  );
});
