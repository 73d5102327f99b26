import {useEffect, useRef, useState} from 'react';
import {stepRan} from '../../handoff/changes/run-steps.ts';
import type {HandoffRecord} from '../../handoff/model/handoff-record.ts';
import type {StepRun} from '../../handoff/model/proof.ts';
import type {RunbookStep} from '../../handoff/runbooks/runbook-step.ts';
import type {CommandRun} from '../../services/services.ts';
import {stepOrder} from '../../services/running/walk-runbook.ts';
import {problemMessage} from '../frame/problem-message.ts';
import type {View} from '../view.ts';
import {verifyAfter} from './verify-after.ts';

/** Where the step stands that is shown. */
export type StepPhase =
  | {readonly at: 'shown'}
  | {readonly at: 'running'; readonly since: number; readonly output: string}
  /** `unverified` says why what has to show that all is well could not be run. */
  | {readonly at: 'ended'; readonly run: CommandRun; readonly unverified?: string};

interface Running {
  readonly phase: StepPhase;
  readonly setPhase: (phase: StepPhase) => void;
  /** Runs the commands of a step, and what verifies the runbook where the step is its last. */
  readonly run: (step: RunbookStep, isLast: boolean) => Promise<void>;
  readonly stop: () => void;
}

/** The running of one step: exactly what was shown, and its output as it comes. */
export function useStepRun(view: View, record: HandoffRecord, isEndEnough: boolean): Running {
  const [phase, setPhase] = useState<StepPhase>({at: 'shown'});
  const abort = useRef<AbortController>(undefined);
  // Leaving the screen in any way ends what runs.
  useEffect(() => () => abort.current?.abort(), []);

  async function run(step: RunbookStep, isLast: boolean): Promise<void> {
    const controller = new AbortController();
    abort.current = controller;
    const {signal} = controller;
    const since = Date.now();
    const show = (output: string) => setPhase({at: 'running', since, output});
    show('');
    try {
      const order = {folder: view.handoff.workspace, signal, isEndEnough, onOutput: show};
      const ended = await view.services.runCommands(stepOrder(step, order));
      const unverified =
        isLast && ended.code === 0 ? await verifyAfter(view, record, signal) : undefined;
      setPhase({at: 'ended', run: ended, ...(unverified === undefined ? {} : {unverified})});
    } catch (error) {
      setPhase({at: 'shown'});
      view.say(problemMessage(error));
    }
  }
  return {phase, setPhase, run, stop: () => abort.current?.abort()};
}

/** What ran, as it is recorded; nothing where nothing did. */
export function ranAs(
  step: RunbookStep,
  phase: StepPhase,
  folder: string,
  isMet?: boolean,
): StepRun | undefined {
  if (phase.at !== 'ended' || phase.run.end === 'not-started') return undefined;
  const {run} = phase;
  const found = isMet === undefined ? undefined : {isMet, isFound: run.judgement.isMet};
  return stepRan(step, {...run, folder}, found);
}
