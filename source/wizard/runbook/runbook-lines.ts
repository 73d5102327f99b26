import {fieldText, recordTitle} from '../../handoff/registers/records.ts';
import type {HandoffRecord} from '../../handoff/model/handoff-record.ts';
import type {StepRun} from '../../handoff/model/proof.ts';
import {expectedWords, toldText} from '../../handoff/runbooks/expected-words.ts';
import type {RunbookStep} from '../../handoff/runbooks/runbook-step.ts';
import {hasSteps, stepsIn} from '../../handoff/runbooks/runbook-steps.ts';
import {dayIn} from '../../handoff/time/schedule.ts';
import {dayWords, timeWords} from '../../handoff/time/wording.ts';
import {line, lineWidth, span, spread, truncate, wrapLines, type Line} from '../list/line.ts';
import {commandLines} from '../running/output-lines.ts';
import {glyphs} from '../theme/glyphs.ts';
import {branchWords} from './choose-way.ts';
import type {RunView} from '../run-view.ts';

/** A step, among the others and after those that were done. */
export interface ShownStep {
  readonly step: RunbookStep;
  readonly steps: readonly RunbookStep[];
  readonly runs: readonly StepRun[];
}

/** Name, which step of how many, and whether it changes anything. */
export function runbookTitle(
  record: HandoffRecord,
  {step, steps}: Pick<ShownStep, 'step' | 'steps'>,
  width: number,
): Line {
  const effect = step.isChanging
    ? span('changes the system', 'warning')
    : span(hasSteps(record) ? 'only looks' : 'safe', 'success');
  const count = hasSteps(record) ? `step ${step.number} of ${steps.length} ${glyphs.dot} ` : '';
  const right: Line = [span(count, 'strong'), effect];
  const room = width - lineWidth(right) - 1;
  return spread(line(truncate(recordTitle(record), room), 'heading'), right, width);
}

/** The steps that were done, each with how it was. */
function wayLines({runs}: ShownStep, width: number): Line[] {
  if (runs.length === 0) return [];
  const way = runs.map(({number, isMet}) => `${number} ${isMet ? glyphs.done : glyphs.cross}`);
  return wrapLines(`Way so far: ${way.join(', ')}`, width, 'muted');
}

/** What is to be careful of, before anything else of the step. */
export function cautionLines({cautions, change}: RunbookStep, width: number): Line[] {
  return [
    ...cautions.flatMap((text) =>
      wrapLines(`${glyphs.alarm} Caution: ${text}`, width, 'dangerStrong'),
    ),
    ...(change === '' ? [] : wrapLines(`${glyphs.alarm} Changes: ${change}`, width, 'warning')),
  ];
}

/** What the step is, and what is to be read before it. */
function headLines(record: HandoffRecord, shown: ShownStep, width: number): Line[] {
  if (!hasSteps(record)) return [];
  const {step} = shown;
  const {lead} = stepsIn(record);
  const text = [step.number === 1 ? lead : '', step.text].filter((each) => each !== '').join('\n');
  const way = wayLines(shown, width);
  const cautions = cautionLines(step, width);
  return [
    ...way,
    ...(way.length > 0 ? [[]] : []),
    ...wrapLines(`${step.number}. ${step.title}`, width, 'strong'),
    ...cautions,
    ...(text === '' ? [] : [[], ...text.split('\n').flatMap((row) => wrapLines(row, width))]),
    [],
  ];
}

/** What is to be seen, and where it goes if it is not. */
export function tailLines(
  view: Pick<RunView, 'handoff'>,
  {step, steps}: Pick<ShownStep, 'step' | 'steps'>,
  width: number,
): Line[] {
  const {expected, branches} = step;
  return [
    ...expectedWords(expected).flatMap((parts) =>
      wrapLines(`To see: ${toldText(parts)}`, width, 'plain'),
    ),
    ...branches.flatMap((branch) => {
      const lead = branch.when === '' ? 'If not: ' : 'If ';
      return wrapLines(`${lead}${branchWords(view, branch, steps)}`, width, 'muted');
    }),
  ];
}

/** What would run, where, from whom, and what must hold before. */
export function shownLines(
  view: RunView,
  record: HandoffRecord,
  shown: ShownStep,
  width: number,
): Line[] {
  const {timeZone} = view.handoff;
  const {commands, number} = shown.step;
  const isLong = hasSteps(record);
  const day = dayWords(dayIn(timeZone, record.changedAt), timeZone, view.now());
  const before = fieldText(record, 'preconditions');
  const tail = isLong ? tailLines(view, shown, width) : [];
  return [
    ...(before && isLong && number === 1 ? wrapLines(`Before: ${before}`, width, 'warning') : []),
    ...headLines(record, shown, width),
    ...(commands === ''
      ? wrapLines('Done by hand: nothing is run for you.', width, 'muted')
      : [
          ...wrapLines(
            `Runs in ${view.folder}, until the first command that fails:`,
            width,
            'muted',
          ),
          [],
          ...commandLines(commands, width),
        ]),
    [],
    ...tail,
    ...(before && !isLong ? wrapLines(`Before: ${before}`, width, 'warning') : []),
    ...wrapLines(
      `As ${record.changedBy} left it, ${day} ${timeWords(record.changedAt, timeZone)}.`,
      width,
      'muted',
    ),
  ];
}
