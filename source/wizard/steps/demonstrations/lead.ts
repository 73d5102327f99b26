import type {Handoff} from '../../../handoff/model/handoff.ts';
import {runbookFor} from '../../../handoff/session/demonstration-items.ts';
import {runningDemonstration} from '../../../handoff/session/demonstrations.ts';
import {clockWords} from '../../../handoff/time/wording.ts';
import type {Item} from '../../../playbook/playbook.ts';
import {span, truncate, wrapLines, type Line} from '../../list/line.ts';
import {glyphs} from '../../theme/glyphs.ts';

/** The demonstration that goes on: what, how long, by whom, from which runbook, and what to press. */
export function runningLead(
  handoff: Handoff,
  items: readonly Item[],
  now: string,
  width: number,
): Line[] {
  const running = runningDemonstration(handoff);
  if (!running) return [];
  const item = items.find(({id}) => id === running.item);
  const runbook = item && runbookFor(handoff, item);
  const clock = clockWords(Date.parse(now) - Date.parse(running.startedAt));
  const name = truncate(item?.text ?? running.item, width - clock.length - 6);
  return [
    [span(`${glyphs.running} `, 'accent'), span(name, 'strong'), span(`  ${clock}`, 'accent')],
    ...wrapLines(
      `${running.performer} performs it from ${runbook ? `the runbook "${runbook.title}"` : 'the runbook'}; ${running.observer} watches and stays silent.`,
      width,
    ),
    ...(runbook?.trigger ? wrapLines(`Trigger: ${runbook.trigger}`, width, 'muted') : []),
    [],
  ];
}
