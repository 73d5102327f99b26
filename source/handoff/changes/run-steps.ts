import type {HandoffRecord} from '../model/handoff-record.ts';
import type {RunLeft, StepRun} from '../model/proof.ts';
import {hasSteps} from '../runbooks/runbook-steps.ts';
import type {RunbookStep} from '../runbooks/runbook-step.ts';
import {runbookDigest} from '../standing/runbook-digest.ts';
import {proofByHand, runProof, type ProofChange, type Ran} from './run-proof.ts';
import {tellSteps} from './step-runs.ts';

/** What was found at a step that ran; nothing of it where nobody has judged it yet. */
interface Found {
  readonly isMet: boolean;
  /** Whether the program found it so. */
  readonly isFound: boolean;
}

/** A step that the program ran, as a person has judged it. */
export function stepRan(
  {number, title, commands, expected}: RunbookStep,
  {actual, code, duration, evidence, ranAt}: Ran,
  found?: Found,
): StepRun {
  return {
    number,
    title,
    command: commands,
    expected,
    actual,
    isMet: found?.isMet ?? false,
    ...(found ? {kind: found.isMet === found.isFound ? 'measured' : 'attested'} : {}),
    ...(code === undefined ? {} : {code}),
    ...(duration === undefined ? {} : {duration}),
    ...(evidence === undefined ? {} : {evidence}),
    ranAt,
  };
}

/** A step that somebody did by hand, by their word. */
export function stepByHand(
  {number, title, expected}: RunbookStep,
  {
    isMet,
    actual,
    ranAt,
  }: {readonly isMet: boolean; readonly actual: string; readonly ranAt: string},
): StepRun {
  return {number, title, command: '', expected, actual, isMet, kind: 'attested', ranAt};
}

/** A run whose last step led out of the runbook. */
export function leftFor(runs: readonly StepRun[], left: RunLeft): readonly StepRun[] {
  return runs.map((run, at) => (at === runs.length - 1 ? {...run, left} : run));
}

/**
 * The proof of the way through a runbook. That of a runbook of one step is told as it always was.
 *
 * @param row the runbook as it was shown and run
 * @param isMet whether the way came to its end, and all was well there
 */
export function wayProof(
  row: HandoffRecord,
  runs: readonly StepRun[],
  {isMet, host, folder}: {readonly isMet: boolean} & Pick<Ran, 'host' | 'folder'>,
): ProofChange {
  const [first] = runs;
  if (!hasSteps(row) && first) {
    const {command, actual, ranAt, kind} = first;
    return command === ''
      ? proofByHand(row, {isMet, actual, ranAt})
      : runProof(row, {...first, host, folder}, {isMet, isFound: (kind === 'measured') === isMet});
  }
  return {
    type: 'runbook/proven',
    record: row.id,
    command: '',
    isMet,
    expected: '',
    actual: '',
    digest: runbookDigest(row),
    // Where all was done by hand, nobody knows where.
    ...(host === '' ? {} : {host, folder}),
    ...(first ? {ranAt: first.ranAt} : {}),
    ...tellSteps(runs),
  };
}
