import type {Handoff} from '../../handoff/model/handoff.ts';
import type {HandoffRecord} from '../../handoff/model/handoff-record.ts';
import type {StepRun} from '../../handoff/model/proof.ts';
import {shortDigest} from '../../handoff/standing/digest.ts';
import {neverRunWords} from '../../handoff/standing/steps-standing.ts';
import {evidenceFault, keptOutputs} from '../../handoff/standing/evidence-standing.ts';
import {
  isKnownToWork,
  lastProof,
  proofStanding,
  type ProofState,
} from '../../handoff/standing/proof-standing.ts';

/** One step of a run. */
export interface StepProofData {
  readonly number: number;
  readonly title: string;
  /** `as expected`, `not as expected` or `not judged`; also whose word that is. */
  readonly result: string;
  readonly seen: string;
  /** The first digits of the SHA-256 of its evidence; nothing where it has none. */
  readonly evidence: string | null;
}

/** The last time that a runbook was tried, and what that tells now. */
export interface ProofData {
  readonly state: Exclude<ProofState, 'never'>;
  /** What stands before the time, such as `Last proven`. */
  readonly label: string;
  /** What limits it, as a sentence; nothing where it is proven. */
  readonly remark: string | null;
  /** How it went, in a word or two: `worked`, `failed`, `not proven`. */
  readonly result: string;
  readonly isMet: boolean;
  /** Whether it counts now: nothing was changed since, and it is young enough. */
  readonly isCurrent: boolean;
  readonly at: string;
  readonly by: string;
  /** The machine and the folder it ran in; nothing where that was not kept. */
  readonly host: string | null;
  readonly folder: string | null;
  readonly actual: string;
  /** The steps that were done, in their order; none where it is a runbook of one step. */
  readonly steps: readonly StepProofData[];
  /** Which steps have never been run as they read now, as a sentence; nothing where all were. */
  readonly neverRun: string | null;
  /** SHA-256 of the evidence, where there is any. */
  readonly evidence: string | null;
  /** `changed` or `missing` where the file is found not to be what was kept; nothing while it is. */
  readonly evidenceFault: 'changed' | 'missing' | null;
}

const labels: Readonly<Record<ProofData['state'], string>> = {
  proven: 'Last proven',
  attested: 'Said to work',
  'not proven': 'Tried and not proven',
  'changed since': 'Tried before it was changed',
  old: 'Last proven',
  failed: 'Last try failed',
};

const results: Readonly<Record<ProofData['state'], string>> = {
  proven: 'worked',
  attested: 'said to work',
  'not proven': 'not proven',
  'changed since': 'changed since',
  old: 'worked, too long ago',
  failed: 'failed',
};

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

function stepData({number, title, isMet, kind, actual, command, evidence}: StepRun): StepProofData {
  const word = kind === undefined ? 'not judged' : isMet ? 'as expected' : 'not as expected';
  const whose = command === '' ? ', done by hand' : kind === 'attested' ? ', by their word' : '';
  const [first = ''] = actual.split('\n');
  return {
    number,
    title,
    result: `${word}${whose}`,
    seen: first.length > 100 ? `${first.slice(0, 99)}…` : first,
    evidence: evidence ? shortDigest(evidence.stored) : null,
  };
}

/** How a runbook stands; nothing where nobody has tried it. */
export function proofData(handoff: Handoff, row: HandoffRecord, now: string): ProofData | null {
  const proof = lastProof(handoff, row.id);
  const standing = proofStanding(handoff, row, now);
  if (!proof || standing.state === 'never') return null;
  const [fault] = keptOutputs(proof).flatMap(({stored}) => evidenceFault(handoff, stored) ?? []);
  const left = neverRunWords(handoff, row);
  const {state, why, since = proof.at, host, folder} = standing;
  return {
    state,
    label: labels[state],
    remark: why === undefined ? null : sentence(why),
    result: results[state],
    isMet: proof.isMet,
    isCurrent: isKnownToWork(standing),
    at: since,
    by: proof.by,
    host: host ?? null,
    folder: folder ?? null,
    actual: proof.actual,
    steps: (proof.steps ?? []).map(stepData),
    neverRun: left === undefined ? null : sentence(left),
    evidence: proof.evidence?.stored ?? null,
    evidenceFault: fault?.kind ?? null,
  };
}
