import {gateSettings} from '../model/gate-settings-of.ts';
import type {Handoff} from '../model/handoff.ts';
import type {HandoffRecord} from '../model/handoff-record.ts';
import type {Proof} from '../model/proof.ts';
import {fieldText} from '../registers/records.ts';
import {isRecent} from '../time/is-recent.ts';
import {evidenceFault, keptOutputs} from './evidence-standing.ts';
import {runbookDigest} from './runbook-digest.ts';
import {notBorneOutByStep, onWhoseWordBySteps, whereItEnded} from './steps-standing.ts';
import {verifiedWith} from './verification.ts';

export type ProofState =
  /** It ran, and the program found what the runbook says to expect. */
  | 'proven'
  /** A person says that it works. */
  | 'attested'
  /** Somebody said that it works, and what is recorded does not bear that out. */
  | 'not proven'
  | 'changed since'
  | 'old'
  | 'failed'
  | 'never';

/** How a runbook stands now. */
export interface ProofStanding {
  readonly state: ProofState;
  /** ISO 8601 instant of the last try. */
  readonly since?: string;
  readonly by?: string;
  readonly host?: string;
  readonly folder?: string;
  /** Why it is no more than that, without a full stop. */
  readonly why?: string;
}

const changed = 'the runbook was changed since then';

/** The last time that a runbook was tried. */
export function lastProof(handoff: Pick<Handoff, 'proofs'>, row: string): Proof | undefined {
  return handoff.proofs.findLast(({record}) => record === row);
}

/** Whether what was tried is what the runbook says today; a try by hand of old tells nothing of it. */
function isOf(proof: Proof, row: HandoffRecord): boolean {
  const isSame =
    proof.steps !== undefined ||
    proof.command === '' ||
    proof.command.trim() === fieldText(row, 'commands');
  return isSame && (proof.digest === undefined || proof.digest === runbookDigest(row));
}

/** What of a good try does not bear out that it worked; nothing where all does. */
function notBorneOut(proof: Proof, row: HandoffRecord): string | undefined {
  const {command, code, verified, steps} = proof;
  const wrong = steps && notBorneOutByStep(steps);
  if (wrong !== undefined) return wrong;
  // Each step has ended by itself.
  if (steps === undefined && code !== undefined && code !== 0) return `it ended with exit ${code}`;
  if (steps === undefined && command !== '' && code === undefined)
    return 'it did not run to its end';
  const name = verifiedWith(row);
  if (name === undefined || !isOf(proof, row) || proof.digest === undefined) return undefined;
  if (!verified) return `"${name}" was not run after it`;
  return verified.isMet ? undefined : `"${name}" gave ${verified.outcome} after it`;
}

/** Why it is a person's word that counts; nothing where the program found all that was expected. */
function onWhoseWord(proof: Proof, row: HandoffRecord): string | undefined {
  const {command, expected, kind, verified} = proof;
  if (proof.steps) return onWhoseWordBySteps(proof, row);
  if (command === '') return 'nothing was measured';
  if (expected.trim() === '') return 'nothing said what to expect';
  if (kind === 'attested') return 'the output was judged by a person';
  // Nothing says how to see that all is well after it, so its end is all that anybody knows.
  const isVerifiable = verified !== undefined || fieldText(row, 'verification') !== '';
  const isChanging = kind !== undefined && fieldText(row, 'effect') === 'changes';
  return isChanging && !isVerifiable
    ? 'nothing says how to see that all is well after it'
    : undefined;
}

/** A try that did not work: a step of it failed, or it was left before its end. */
function notMet(proof: Proof, row: HandoffRecord): Pick<ProofStanding, 'state' | 'why'> {
  if (!isOf(proof, row)) return {state: 'failed', why: changed};
  if (!proof.steps) return {state: 'failed'};
  const {isFailed, why} = whereItEnded(proof, row);
  return {state: isFailed ? 'failed' : 'not proven', ...(why === undefined ? {} : {why})};
}

function judged(
  handoff: Handoff,
  row: HandoffRecord,
  proof: Proof,
  now: string,
): Pick<ProofStanding, 'state' | 'why'> {
  const {proofDays} = gateSettings(handoff);
  if (!proof.isMet) return notMet(proof, row);
  const why = notBorneOut(proof, row);
  if (why !== undefined) return {state: 'not proven', why};
  if (!isOf(proof, row)) return {state: 'changed since', why: changed};
  const [fault] = keptOutputs(proof).flatMap(({stored}) => evidenceFault(handoff, stored) ?? []);
  if (fault)
    return {
      state: 'not proven',
      why: fault.kind === 'changed' ? 'its evidence was edited since' : 'its evidence is gone',
    };
  const age = Date.parse(now) - Date.parse(proof.ranAt ?? proof.at);
  if (age < 0) return {state: 'not proven', why: 'its time lies ahead'};
  if (!isRecent(handoff, proof.ranAt ?? proof.at, proofDays, now)) {
    const when = proofDays === 0 ? 'before today' : `more than ${proofDays} days ago`;
    return {state: 'old', why: `it was ${when}`};
  }
  const word = onWhoseWord(proof, row);
  return word === undefined ? {state: 'proven'} : {state: 'attested', why: word};
}

/**
 * How a runbook stands now: the same for every face. Its last try counts while nothing that it rests
 * on has changed and it is young enough.
 *
 * @param now ISO 8601
 */
export function proofStanding(handoff: Handoff, row: HandoffRecord, now: string): ProofStanding {
  const proof = lastProof(handoff, row.id);
  if (!proof) return {state: 'never'};
  const {ranAt, at, by, host, folder} = proof;
  return {
    ...judged(handoff, row, proof, now),
    since: ranAt ?? at,
    by,
    ...(host === undefined ? {} : {host}),
    ...(folder === undefined ? {} : {folder}),
  };
}

/** Whether a runbook is known to work now. */
export function isKnownToWork({state}: ProofStanding): boolean {
  return state === 'proven' || state === 'attested';
}
