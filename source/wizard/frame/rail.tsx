import {memo} from 'react';
import {Box} from 'ink';

import {stepsOf} from '../../playbook/walk.ts';
import type {Handoff} from '../../handoff/model/handoff.ts';
import {isComplete, stepProgress} from '../../handoff/items/progress.ts';
import {acceptanceStanding} from '../../handoff/standing/acceptance-standing.ts';
import {progressWords} from '../../handoff/time/wording.ts';
import type {Step} from '../../playbook/playbook.ts';
import {glyphs, type Sign} from '../theme/glyphs.ts';
import {EntryList, type Entry} from '../list/entry-list.tsx';
import {line, span, spread, truncate} from '../list/line.ts';

interface RailProps {
  readonly handoff: Handoff;
  readonly current: string;
  /** Whether a check stands in the way. */
  readonly isBlocked: boolean;
  readonly width: number;
  readonly height: number;
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
  const entries: Entry[] = steps.flatMap(({phase, step}, index) => {
    const isCurrent = step.id === current;
    const sign = stepSign(handoff, step, isBlocked);
    const count = progressWords(stepProgress(handoff, step));
    const title = truncate(step.title, width - count.length - 5);
    const row: Entry = {
      id: step.id,
      isSelectable: true,
      lines: [
        spread(
          [
            span(isCurrent ? `${glyphs.cursor} ` : '  ', 'accent'),
            span(`${sign.glyph} `, sign.token),
            span(title, isCurrent ? 'selected' : 'plain'),
          ],
          line(count, 'muted'),
          width,
        ),
      ],
    };
    if (steps[index - 1]?.phase === phase) return [row];
    const heading = line(`  ${truncate(phase.title.toUpperCase(), width - 2)}`, 'muted');
    return [{id: `phase ${phase.id}`, isSelectable: false, lines: [heading]}, row];
  });
  return (
    <Box width={width} height={height} flexShrink={0}>
      <EntryList entries={entries} selected={current} height={height} />
    </Box>
  );
});
