import type {Handoff} from '../model/handoff.ts';
import type {HandoffRecord} from '../model/handoff-record.ts';
import type {Proof, StepRun} from '../model/proof.ts';
import {fieldText} from '../registers/records.ts';
import {runbookSteps} from '../runbooks/runbook-steps.ts';
import {visitOf} from '../runbooks/step-run.ts';
import {isAtEnd} from '../runbooks/travel.ts';
import {numberList} from '../runbooks/number-list.ts';
import {runbookDigest} from './runbook-digest.ts';

type Row = Pick<HandoffRecord, 'id' | 'register' | 'item' | 'fields'>;

/** Why a run of steps did not come to its end, and whether a step failed. */
export function whereItEnded(
  {steps = [], verified}: Pick<Proof, 'steps' | 'verified'>,
  row: Row,
): {readonly isFailed: boolean; readonly why?: string} {
  const last = steps.at(-1);
  if (!last) return {isFailed: true};
  const all = runbookSteps(row);
  if (isAtEnd(all, steps.map(visitOf))) {
    const why =
      verified && !verified.isMet
        ? `"${verified.name}" gave ${verified.outcome} after it`
        : undefined;
    return {isFailed: true, ...(why === undefined ? {} : {why})};
  }
  if (last.kind === undefined || last.isMet)
    return {isFailed: false, why: `it was left at step ${last.number}, before its end`};
  const why = `step ${last.number} did not show what it should`;
  if (!last.left) return {isFailed: true, why};
  const {kind, name} = last.left;
  return {
    isFailed: false,
    why: `${why}, and it went on ${kind === 'runbook' ? `with "${name}"` : `to ${name}`}`,
  };
}

/** What of its steps does not bear out that a run worked; nothing where all do. */
export function notBorneOutByStep(steps: readonly StepRun[]): string | undefined {
  const wrong = steps.find(({isMet, command, code}) => isMet && command !== '' && code !== 0);
  if (!wrong) return undefined;
  return wrong.code === undefined
    ? `step ${wrong.number} did not run to its end`
    : `step ${wrong.number} ended with exit ${wrong.code}`;
}

/** Whether a step that looks has shown what it should, after the last one that changed something. */
function lookedAfter(steps: readonly StepRun[], row: Row): boolean {
  const all = runbookSteps(row);
  const isChanging = ({number}: StepRun) => all[number - 1]?.isChanging === true;
  const changed = steps.findLastIndex(isChanging);
  return steps.some((run, at) => at > changed && run.isMet && run.expected.trim() !== '');
}

/** Why it is a person's word that counts in a run of steps; nothing where all was measured. */
export function onWhoseWordBySteps(
  {steps = [], verified}: Pick<Proof, 'steps' | 'verified'>,
  row: Row,
): string | undefined {
  const met = steps.filter(({isMet}) => isMet);
  const byHand = met.filter(({command}) => command === '').map(({number}) => number);
  if (byHand.length > 0)
    return `${numberList(byHand)} ${byHand.length === 1 ? 'was' : 'were'} done by hand`;
  const judged = met.filter(({kind}) => kind !== 'measured').map(({number}) => number);
  if (judged.length > 0) return `the output of ${numberList(judged)} was judged by a person`;
  if (verified || lookedAfter(steps, row)) return undefined;
  const changed = steps.findLast(({number}) => runbookSteps(row)[number - 1]?.isChanging);
  if (!changed) return 'nothing said what to expect';
  return fieldText(row, 'verification') === ''
    ? `nothing says how to see that all is well after step ${changed.number}`
    : undefined;
}

/** The steps that no run of the runbook, as it reads now, has come to. */
export function neverRun({proofs}: Pick<Handoff, 'proofs'>, row: Row): readonly number[] {
  const all = runbookSteps(row);
  if (all.length < 2) return [];
  const digest = runbookDigest(row);
  const own = proofs.filter((proof) => proof.record === row.id && proof.digest === digest);
  const run = new Set(own.flatMap(({steps = []}) => steps.map(({number}) => number)));
  return all.map(({number}) => number).filter((number) => !run.has(number));
}

/** Which steps have not been run, as a clause; nothing where all were, or nobody tried any. */
export function neverRunWords(handoff: Pick<Handoff, 'proofs'>, row: Row): string | undefined {
  const left = neverRun(handoff, row);
  if (left.length === 0 || left.length === runbookSteps(row).length) return undefined;
  return `${numberList(left)} ${left.length === 1 ? 'has' : 'have'} not been run`;
}
