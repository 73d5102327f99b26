import {leftFor, stepRan, wayProof} from '../../handoff/changes/run-steps.ts';
import type {ProofChange} from '../../handoff/changes/run-proof.ts';
import type {HandoffRecord} from '../../handoff/model/handoff-record.ts';
import type {RunLeft, StepRun} from '../../handoff/model/proof.ts';
import type {RunbookStep} from '../../handoff/runbooks/runbook-step.ts';
import {runbookSteps} from '../../handoff/runbooks/runbook-steps.ts';
import {visitOf} from '../../handoff/runbooks/step-run.ts';
import {isAtEnd, wayOn} from '../../handoff/runbooks/travel.ts';
import type {CommandOrder, CommandRun} from '../services.ts';

interface Walk {
  /** Absolute folder to run in. */
  readonly folder: string;
  readonly signal: AbortSignal;
  readonly run: (order: CommandOrder) => Promise<CommandRun>;
  /** Says that a step comes now, and how it ended. */
  readonly onStep?: (step: RunbookStep, ended?: CommandRun) => void;
  /** Looks, once the way has come to its end, whether all is well; gives why it is not. */
  readonly verify?: () => Promise<string | undefined>;
}

/** What is asked of the machine for a step. */
export function stepOrder(
  {commands, expected, isChanging}: RunbookStep,
  more: Pick<CommandOrder, 'folder' | 'signal' | 'onOutput' | 'isEndEnough'>,
): CommandOrder {
  return {commands, expected, isChanging, ...more};
}

/** The branch that a run without a person takes. */
function firstBranch({branches}: RunbookStep) {
  return branches.find(({to}) => to.kind !== 'advice' && to.kind !== 'end')?.to;
}

/**
 * Runs a runbook from its first step to its end without a person: a step is as it should be where the
 * program finds it so, else its first branch is taken. It ends at a step that is done by hand, and
 * before it would come to a step a second time.
 *
 * @returns the proof of the way; nothing where nothing ran
 */
export async function walkRunbook(
  row: HandoffRecord,
  {folder, signal, run, onStep, verify}: Walk,
): Promise<ProofChange | undefined> {
  const steps = runbookSteps(row);
  const runs: StepRun[] = [];
  let host: string | undefined;
  let left: RunLeft | undefined;
  for (let step = steps[0]; step && step.commands !== '';) {
    const isEndEnough = steps.length > 1;
    onStep?.(step);
    const ended = await run(
      stepOrder(step, {folder, signal, isEndEnough, onOutput: () => undefined}),
    );
    onStep?.(step, ended);
    const {isMet} = ended.judgement;
    host ??= ended.host;
    runs.push(stepRan(step, {...ended, folder}, {isMet, isFound: isMet}));
    const to = isMet ? wayOn(steps, step) : firstBranch(step);
    if (!isMet && (to?.kind === 'runbook' || to?.kind === 'person')) left = to;
    const next = to?.kind === 'step' ? steps[to.number - 1] : undefined;
    const isOver = signal.aborted || runs.some(({number}) => number === next?.number);
    step = isOver ? undefined : next;
  }
  if (host === undefined) return undefined;
  const isThere = isAtEnd(steps, runs.map(visitOf));
  const isWell = isThere && (await verify?.()) === undefined;
  return wayProof(row, left ? leftFor(runs, left) : runs, {
    isMet: isWell,
    host,
    folder,
  });
}
