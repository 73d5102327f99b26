import type {Handoff} from '../../handoff/model/handoff.ts';
import {runRemark} from '../../handoff/runs/run-remark.ts';
import {commandStandings, lastRun, type StandingRun} from '../../handoff/runs/run-standing.ts';
import type {Item} from '../../playbook/playbook.ts';
import {span, wrapLines, type Line} from '../list/line.ts';
import {glyphs} from '../theme/glyphs.ts';
import {commandLines} from './output-lines.ts';

/** How a run stands, where it was, and what was seen. */
function runLines(handoff: Handoff, last: StandingRun, now: string, width: number): Line[] {
  const {state, why, run} = last;
  const isGood = state === 'worked';
  const seen = [why ?? run.actual, `on ${run.host}, ${run.by}`].join(', ');
  const rows = wrapLines(`${runRemark(handoff, last, now)}: ${seen}`, width - 6, 'muted');
  return rows.map((row, at) => [
    at === 0
      ? span(`    ${isGood ? glyphs.done : glyphs.cross} `, isGood ? 'success' : 'warning')
      : span('      '),
    ...row,
  ]);
}

/** The commands of an item line by line, each with how its last run stands. */
export function commandDetail(handoff: Handoff, item: Item, now: string, width: number): Line[] {
  const last = lastRun(handoff, item.id, now);
  const standings = commandStandings(handoff, item.id, now);
  // What ran as one script is told once, below the last of its commands.
  const isTold = (at: number) => standings[at + 1]?.last?.run !== standings[at]?.last?.run;
  const commands = standings.flatMap(({command, last: ran}, at) => [
    ...commandLines(command.text, width, ' '),
    ...(command.foreign === undefined
      ? []
      : wrapLines(`    For ${command.foreign}: shown and copied, not run.`, width, 'muted')),
    ...(ran && isTold(at) ? runLines(handoff, ran, now, width) : []),
  ]);
  return [
    ...commands,
    ...(last?.state === 'earlier text' ? runLines(handoff, last, now, width) : []),
  ];
}
