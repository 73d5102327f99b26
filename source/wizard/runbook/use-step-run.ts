import {stepRan} from '../../handoff/changes/run-steps.ts';
import type {HandoffRecord} from '../../handoff/model/handoff-record.ts';
import type {StepRun} from '../../handoff/model/proof.ts';
import type {RunbookStep} from '../../handoff/runbooks/runbook-step.ts';
import {useRunning, type Running, type RunPhase} from '../running/use-running.ts';
import type {RunView} from '../run-view.ts';
import {verifyAfter} from '../../services/running/verify-after.ts';

interface StepRunning extends Omit<Running, 'run'> {
  /** Runs the commands of a step, and what verifies the runbook where the step is its last. */
  readonly run: (step: RunbookStep, isLast: boolean) => Promise<void>;
}

/** The running of one step: exactly what was shown, and its output as it comes. */
export function useStepRun(
  view: RunView,
  record: HandoffRecord,
  isEndEnough: boolean,
): StepRunning {
  const {run, ...running} = useRunning(view);
  return {
    ...running,
    run: ({commands, expected, isChanging}, isLast) =>
      run({commands, expected, isChanging, isEndEnough}, async (ended, signal) =>
        isLast && ended.code === 0 ? verifyAfter(view, record, signal) : undefined,
      ),
  };
}

/** What ran, as it is recorded; nothing where nothing did. */
export function ranAs(
  step: RunbookStep,
  phase: RunPhase,
  folder: string,
  isMet?: boolean,
): StepRun | undefined {
  if (phase.at !== 'ended' || phase.run.end === 'not-started') return undefined;
  const {run} = phase;
  const found = isMet === undefined ? undefined : {isMet, isFound: run.judgement.isMet};
  return stepRan(step, {...run, folder}, found);
}
