import {sumOfSteps, toldSteps} from '../changes/step-runs.ts';
import type {Change} from '../changes/catalogue.ts';
import type {Handoff} from '../model/handoff.ts';
import type {HandoffRecord} from '../model/handoff-record.ts';
import {rowPlace} from '../model/place.ts';
import type {StepRun} from '../model/proof.ts';
import {isSameStep, visitOf} from '../runbooks/step-run.ts';
import {runbookSteps} from '../runbooks/runbook-steps.ts';
import {isAtEnd, strayVisit} from '../runbooks/travel.ts';
import {recordTitle} from '../registers/records.ts';
import {refused, type Refusal} from './refused.ts';
import type {Rule} from './rule.ts';

type ProofChange = Extract<Change, {type: 'runbook/proven'}>;

/** What a run of steps says as a whole is what its steps say. */
function apartRefusal(
  change: ProofChange,
  runs: readonly StepRun[] | undefined,
): Refusal | undefined {
  const {steps, told, command, code, kind, evidence, isMet} = change;
  if (steps === undefined && told === undefined) return undefined;
  if (!runs)
    return refused('steps-apart', 'Each step has its figures and its texts.', 'Tell both of each.');
  if (!isMet) return undefined;
  const sum = sumOfSteps(runs);
  const isSame =
    ['', sum.command].includes(command) &&
    [undefined, sum.code].includes(code) &&
    [undefined, sum.kind].includes(kind) &&
    (evidence === undefined || runs.some((run) => run.evidence?.stored === evidence.stored));
  return isSame
    ? undefined
    : refused(
        'steps-apart',
        'The run as a whole says something else than its steps.',
        'Leave "command" empty, and "code", "evidence" and "kind" out.',
      );
}

/** A step that was as it should be has ended so, or somebody says what they saw. */
function stepRefusal({number, isMet, kind, command, code, actual}: StepRun): Refusal | undefined {
  if (!isMet) return undefined;
  const step = `Step ${number}`;
  if (kind === undefined)
    return refused('not-judged', `${step} was judged by nobody.`, 'Say who found it to be so.');
  if (command !== '' && code !== 0)
    return code === undefined
      ? refused('not-ended', `${step} did not run to its end.`, 'Run it to its end.')
      : refused(
          'exit-code',
          `${step} ended with exit ${code}, and only 0 means that it worked.`,
          'Record it as not as expected, or change the runbook so that it ends with 0.',
        );
  if (command === '' && kind === 'measured')
    return refused(
      'nothing-ran',
      `At step ${number} nothing ran, so nothing was measured.`,
      'Say what was seen.',
    );
  return command === '' && !/\p{L}{2}/u.test(actual)
    ? refused(
        'nothing-seen',
        `Nothing says what was seen at step ${number}.`,
        'Say it in a few words.',
      )
    : undefined;
}

function runbookOf({records}: Handoff, id: string): HandoffRecord | undefined {
  return records.find((row) => row.id === id);
}

function timeRefusal(runs: readonly StepRun[], now: string): Refusal | undefined {
  const times = runs.map(({ranAt}) => Date.parse(ranAt));
  if (times.some((time) => time > Date.parse(now)))
    return refused('ahead', 'A step begins after now.', 'Record it once it is over.');
  return times.every((time, at) => time >= (times[at - 1] ?? time))
    ? undefined
    : refused('steps-order', 'A step begins before the one that led to it.', 'Tell them in order.');
}

/** The way that a run tells of leads through the runbook, and each step bears out what is said of it. */
export const stepsAreOfIt: Rule<'runbook/proven'> = (handoff, change, {now}) => {
  const runs = toldSteps(change);
  const apart = apartRefusal(change, runs);
  const row = runbookOf(handoff, change.record);
  if (apart || !runs || !row || row.register !== 'runbooks') return apart;
  const place = rowPlace(handoff.playbook, row);
  const found = timeRefusal(runs, now) ?? runs.map(stepRefusal).find((each) => each !== undefined);
  if (found) return {...found, ...(place ? {place} : {})};
  if (!change.isMet) return undefined;
  const steps = runbookSteps(row);
  const other = runs.find((run) => !isSameStep(row, run));
  if (other)
    return refused(
      'runbook-changed',
      `Step ${other.number} of "${recordTitle(row)}" is another now, so this is no run of it.`,
      'Run it again as it reads now.',
      place,
    );
  const visits = runs.map(visitOf);
  const stray = strayVisit(steps, visits);
  const [from, to] = [visits[(stray ?? 0) - 1]?.number, visits[stray ?? 0]?.number];
  if (stray !== undefined)
    return refused(
      'stray-step',
      from === undefined
        ? `A run begins with step 1, and this one with step ${to}.`
        : `No way leads from step ${from} to step ${to}.`,
      'Run it again as it reads now.',
      place,
    );
  return isAtEnd(steps, visits)
    ? undefined
    : refused(
        'not-at-end',
        `It ended at step ${visits.at(-1)?.number ?? 1} of ${steps.length}, and that is not its end.`,
        'Record it as not proven, or go on to its end.',
        place,
      );
};
