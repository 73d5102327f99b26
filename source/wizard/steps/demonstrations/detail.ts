import type {Handoff} from '../../../handoff/model/handoff.ts';
import {runbookFor} from '../../../handoff/session/demonstration-items.ts';
import {triesOf} from '../../../handoff/session/demonstrations.ts';
import {followedAnother} from '../../../handoff/standing/followed-runbook.ts';
import type {Item} from '../../../playbook/playbook.ts';
import {wrapLines, type Line} from '../../list/line.ts';
import {resultSigns, tryWords} from './rows.ts';

/** Every try of a task, the latest first, with what was said of it. */
export function demonstrationLines(
  handoff: Handoff,
  item: Item,
  now: string,
  width: number,
): Line[] {
  const runbook = runbookFor(handoff, item);
  const about = runbook
    ? `Runbook: ${runbook.title}${runbook.trigger ? `. Trigger: ${runbook.trigger}` : ''}`
    : 'No runbook has this in its name. They have to find it themselves.';
  return [
    ...wrapLines(about, width, 'muted'),
    ...triesOf(handoff, item.id)
      .toReversed()
      .flatMap((tried): Line[] => {
        const sign = tried.result && resultSigns[tried.result];
        const earlier = followedAnother(handoff, tried);
        const remark = `${earlier ? `, ${earlier}` : ''}${tried.remark ? `: ${tried.remark}` : ''}`;
        return wrapLines(
          `${tried.result ?? 'going on'}${remark} (${tryWords(handoff, now, tried)})`,
          width,
          sign?.token ?? 'accent',
        );
      }),
  ];
}
