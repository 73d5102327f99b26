import {isRealReason} from '../../gates/real-reason.ts';
import {longestWaiver} from '../../model/gate-waiver.ts';
import {addDays} from '../../time/schedule.ts';
import type {CheckOutcome, CheckRecord} from '../../model/check-run.ts';
import type {Handoff} from '../../model/handoff.ts';
import {isNobody, vendorNamed} from '../../rules/people/sides.ts';
import {dayIn} from '../../time/schedule.ts';
import {evidenceFault} from '../evidence-standing.ts';

/** What came of a check when it ran, as it counts today. */
export type ResultState = 'holds' | 'warns' | 'fails' | 'unknown' | 'skipped' | 'waived';

const states: Readonly<Record<CheckOutcome, ResultState>> = {
  pass: 'holds',
  warn: 'warns',
  fail: 'fails',
  unknown: 'unknown',
  skipped: 'skipped',
  waived: 'waived',
};

const worse: readonly CheckOutcome[] = ['warn', 'unknown', 'fail'];

/** What a check gave when its waiver was first met: that is what somebody accepted. */
function firstOfWaiver(handoff: Handoff, {name, waiver}: CheckRecord): CheckOutcome | undefined {
  const found = handoff.checkRuns
    .flatMap(({results}) => results)
    .find(
      (before) =>
        before.name === name &&
        before.waiver?.reason === waiver?.reason &&
        before.waiver?.approver === waiver?.approver &&
        before.waiver?.expires === waiver?.expires,
    );
  return found?.waiver?.outcome;
}

/** Why a waiver in the checks file does not count; nothing when it does. */
function waiverProblem(handoff: Handoff, record: CheckRecord, now: string): string | undefined {
  const {waiver, startedAt} = record;
  if (!waiver) return 'nothing says who waived it';
  const {approver, expires, reason, outcome} = waiver;
  if (isNobody(approver)) return `its waiver is approved by "${approver}", which names nobody`;
  const vendor = vendorNamed(handoff, approver);
  if (vendor !== undefined)
    return vendor.isCertain
      ? `its waiver is approved by ${approver}, who hands the system over and cannot take the risk`
      : `its waiver is approved by ${approver}, who may be ${vendor.name}, who hands the system over`;
  const first = firstOfWaiver(handoff, record);
  if (first && worse.indexOf(outcome) > worse.indexOf(first))
    return `its waiver was given for ${first}, and without it it gives ${outcome} now`;
  if (reason.trim() === '') return 'its waiver gives no reason';
  if (!isRealReason(reason))
    return `its waiver says "${reason.trim()}", which is no reason in words`;
  const last = addDays(dayIn(handoff.timeZone, startedAt), longestWaiver);
  if (expires > last)
    return `its waiver ends on ${expires}, and none counts for more than ${longestWaiver} days`;
  return expires <= dayIn(handoff.timeZone, now) ? `its waiver ended on ${expires}` : undefined;
}

/** What is wrong with the evidence that a result rests on. */
function evidenceProblem(handoff: Handoff, {evidence}: CheckRecord): string | undefined {
  const fault = evidence && evidenceFault(handoff, evidence.stored);
  if (!fault) return undefined;
  return fault.kind === 'changed'
    ? 'its evidence was edited since it ran'
    : 'its evidence is not in the store any more';
}

function unwaived(outcome: CheckOutcome): ResultState {
  return outcome === 'waived' || outcome === 'pass' ? 'unknown' : states[outcome];
}

/** How a result counts, leaving aside how old it is. */
export function resultState(
  handoff: Handoff,
  record: CheckRecord,
  now: string,
): {readonly state: ResultState; readonly why?: string} {
  const {outcome, message, waiver} = record;
  const evidence = evidenceProblem(handoff, record);
  if (outcome === 'waived') {
    const problem = waiverProblem(handoff, record, now);
    if (problem !== undefined)
      return {state: waiver ? unwaived(waiver.outcome) : 'unknown', why: problem};
  }
  if (evidence !== undefined && (outcome === 'pass' || outcome === 'warn' || outcome === 'waived'))
    return {state: 'unknown', why: evidence};
  return outcome === 'pass' ? {state: 'holds'} : {state: states[outcome], why: message};
}
