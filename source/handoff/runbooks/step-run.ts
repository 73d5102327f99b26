import type {StepRun} from '../model/proof.ts';
import type {HandoffRecord} from '../model/handoff-record.ts';
import {runbookSteps} from './runbook-steps.ts';
import type {Visit} from './travel.ts';

/** What the way of a run is judged by. */
export function visitOf({number, isMet, kind}: Pick<StepRun, 'number' | 'isMet' | 'kind'>): Visit {
  return {number, isMet, isJudged: kind !== undefined};
}

/** Whether what ran is the step that the runbook has under its number. */
export function isSameStep(
  row: Pick<HandoffRecord, 'register' | 'fields'>,
  run: Pick<StepRun, 'number' | 'title' | 'command' | 'expected'>,
): boolean {
  const step = runbookSteps(row)[run.number - 1];
  return (
    step !== undefined &&
    step.title === run.title &&
    (run.command === '' || run.command.trim() === step.commands) &&
    run.expected.trim() === step.expected
  );
}
