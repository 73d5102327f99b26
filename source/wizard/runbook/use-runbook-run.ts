import {useEffect, useEffectEvent, useState} from 'react';
import type {Change} from '../../handoff/changes/catalogue.ts';
import {outputAsExpected} from '../../handoff/changes/run-proof.ts';
import {leftFor, wayProof} from '../../handoff/changes/run-steps.ts';
import type {HandoffRecord} from '../../handoff/model/handoff-record.ts';
import type {RunLeft, StepRun} from '../../handoff/model/proof.ts';
import {recordTitle} from '../../handoff/registers/records.ts';
import type {RunbookStep} from '../../handoff/runbooks/runbook-step.ts';
import {hasSteps, runbookSteps} from '../../handoff/runbooks/runbook-steps.ts';
import {wayOn} from '../../handoff/runbooks/travel.ts';
import {confirm} from '../asking/confirm.ts';
import {answerProblem, refusedBecause} from '../asking/refusal-words.ts';
import type {KeyAction} from '../keys/layer.ts';
import {rowKey} from '../list/selected-line.ts';
import type {RunPhase} from '../running/use-running.ts';
import type {RunView} from '../run-view.ts';
import {askStepByHand} from './by-hand.ts';
import {chooseWay, type Way} from './choose-way.ts';
import {shownLines} from './runbook-lines.ts';
import {ranAs, useStepRun} from './use-step-run.ts';
import {verifyAfter} from '../../services/running/verify-after.ts';

export interface RunbookRun {
  readonly phase: RunPhase;
  readonly steps: readonly RunbookStep[];
  /** The step that is shown. */
  readonly step: RunbookStep;
  /** What was done before it, in its order. */
  readonly runs: readonly StepRun[];
  /** Runs the step, or asks what was seen; one that changes things runs after a typed yes. */
  readonly run: () => void;
  /** Asks what was seen when a person did the step by hand; nothing where it is the whole runbook. */
  readonly byHand: (() => void) | undefined;
  readonly stop: () => void;
  /** Takes what a person found, and goes on or records it. */
  readonly judge: (isMet: boolean) => void;
  /** Why it cannot be recorded as having worked; nothing where it can. */
  readonly notMetBecause: string | undefined;
  /** Takes the output as what to expect from now on; nothing where it can tell nothing. */
  readonly takeAsExpected: Pick<KeyAction, 'run' | 'offBecause'> | undefined;
  /** Whether leaving keeps what ran so far. */
  readonly isKept: boolean;
  readonly leave: () => void;
}

interface Options {
  readonly onClose: () => void;
  /** Opens the runbook that a branch leads to. */
  readonly onOther: (name: string) => void;
}

/** Runs a runbook step by step, each once a person has seen it, and records the way it took. */
export function useRunbookRun(view: RunView, record: HandoffRecord, options: Options): RunbookRun {
  const {onClose, onOther} = options;
  const {folder} = view;
  const steps = runbookSteps(record);
  const isLong = hasSteps(record);
  const [at, setAt] = useState(1);
  const [runs, setRuns] = useState<readonly StepRun[]>([]);
  const {phase, setPhase, run, stop} = useStepRun(view, record, isLong);
  const step = steps[at - 1] ?? steps[0];
  if (!step) throw new Error('A runbook has at least one step.');
  const isLast = wayOn(steps, step).kind !== 'step';
  const [host, setHost] = useState('');
  const ran = phase.at === 'ended' ? phase.run : undefined;

  const proofOf = (all: readonly StepRun[], isMet: boolean) =>
    wayProof(record, all, {isMet, host: ran?.host ?? host, folder});

  function keep(changes: readonly Change[], said: string): void {
    onClose();
    void view.dispatch(changes, {
      select: rowKey(record.id),
      said: `${said}: ${recordTitle(record)}.`,
    });
  }

  async function arrive(number: number, all: readonly StepRun[]): Promise<void> {
    const isAgain = number !== step?.number && all.some((each) => each.number === number);
    const answer = isAgain
      ? await view.ask({
          label: `Step ${number} once more`,
          hint: 'It was done before in this run.',
          choices: [
            {value: 'again', label: 'Do it once more'},
            {value: 'end', label: 'End here, not proven'},
          ],
        })
      : 'again';
    if (answer === undefined) return;
    if (answer === 'end') return keep([proofOf(all, false)], 'Kept as a try, not proven');
    setRuns(all);
    setHost(ran?.host ?? host);
    setAt(number);
    setPhase({at: 'shown'});
    const next = steps[number - 1];
    if (next) await begin(next, all);
  }

  function leaveFor(all: readonly StepRun[], left: RunLeft): void {
    keep([proofOf(leftFor(all, left), false)], 'Kept as a try, not proven');
    if (left.kind === 'runbook') onOther(left.name);
  }

  /** Goes on from a step that somebody has judged. */
  async function goOn(done: StepRun, from: RunbookStep, before: readonly StepRun[]): Promise<void> {
    const all = [...before, done];
    if (!isLong)
      return keep([proofOf(all, done.isMet)], done.isMet ? 'Proven' : 'Recorded as failed');
    const to = wayOn(steps, from);
    if (done.isMet)
      return to.kind === 'step' ? arrive(to.number, all) : keep([proofOf(all, true)], 'Proven');
    const way: Way | undefined = await chooseWay(view, from, steps);
    if (way?.kind === 'step') await arrive(way.number, all);
    else if (way?.kind === 'leave') leaveFor(all, way.for);
    else if (way) keep([proofOf(all, false)], 'Recorded as failed');
  }

  async function byHand(one: RunbookStep, before: readonly StepRun[]): Promise<void> {
    const ends = wayOn(steps, one).kind !== 'step';
    const done = await askStepByHand(view, one, {
      verify: ends ? () => verifyAfter(view, record, AbortSignal.any([])) : undefined,
      refusal: (each) => refusedBecause(view, proofOf([...before, each], ends && each.isMet)),
    });
    if (done) await goOn(done, one, before);
  }

  async function ask(one: RunbookStep, before: readonly StepRun[]): Promise<void> {
    const isMeant = await confirm(view.ask, {
      label: 'Run exactly this',
      hint: 'It changes the system.',
      about: {
        title: isLong
          ? `Step ${one.number} of ${steps.length} changes the system`
          : `${recordTitle(record)} changes the system`,
        lines: (width) => shownLines(view, record, {step: one, steps, runs: before}, width),
      },
    });
    if (isMeant) await run(one, wayOn(steps, one).kind !== 'step');
    else if (!isLong) onClose();
  }

  // What changes nothing runs on Enter; all else asks before anything can be pressed.
  async function begin(one: RunbookStep, before: readonly StepRun[]): Promise<void> {
    if (one.isChanging && one.commands !== '') await ask(one, before);
  }
  const beginFirst = useEffectEvent(() => void begin(step, []));
  useEffect(() => void Promise.resolve().then(() => beginFirst()), []);

  const met = ranAs(step, phase, folder, true);
  const unjudged = isLong ? ranAs(step, phase, folder) : undefined;
  const toKeep = unjudged ? [...runs, unjudged] : runs;
  const unverified = phase.at === 'ended' ? phase.unverified : undefined;

  function taking(): RunbookRun['takeAsExpected'] {
    if (isLong || ran?.code !== 0 || ran.judgement.isMet || ran.output.trim() === '')
      return undefined;
    const changes = outputAsExpected(record, {...ran, folder}, ran.output);
    const offBecause = answerProblem(view, ...changes);
    return {
      run: () => keep(changes, 'Taken as expected from now on'),
      ...(offBecause === undefined ? {} : {offBecause}),
    };
  }

  return {
    phase,
    steps,
    step,
    runs,
    run: () =>
      void (step.commands === ''
        ? byHand(step, runs)
        : step.isChanging
          ? ask(step, runs)
          : run(step, isLast)),
    byHand: isLong && step.commands !== '' ? () => void byHand(step, runs) : undefined,
    stop,
    judge(isMet) {
      const done = ranAs(step, phase, folder, isMet);
      if (done) void goOn(done, step, runs);
    },
    notMetBecause:
      met && (unverified ?? refusedBecause(view, proofOf([...runs, met], !isLong || isLast))),
    takeAsExpected: taking(),
    isKept: toKeep.length > 0,
    leave() {
      if (toKeep.length > 0)
        return keep([proofOf(toKeep, false)], 'Kept as a try that did not come to its end');
      onClose();
      if (phase.at === 'ended') view.say({text: 'Nothing was recorded.', token: 'muted'});
    },
  };
}
