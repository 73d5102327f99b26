import type {HandoffRecord} from '../model/handoff-record.ts';
import type {Proof} from '../model/proof.ts';
import {fieldText} from '../registers/records.ts';
import {runbookDigest} from '../standing/runbook-digest.ts';
import type {Change} from './catalogue.ts';

/** What is known of a run of a runbook's commands, once it has ended. */
export type Ran = Pick<Proof, 'actual' | 'code' | 'duration' | 'evidence'> &
  Required<Pick<Proof, 'ranAt' | 'host' | 'folder'>>;

export type ProofChange = Extract<Change, {type: 'runbook/proven'}>;

/**
 * The proof of a run. It is measured where a person says what the program found.
 *
 * @param row the runbook as it was shown and run
 * @param isFound whether the output has what is expected
 */
export function runProof(
  row: HandoffRecord,
  {actual, code, duration, evidence, ranAt, host, folder}: Ran,
  {isMet, isFound}: {readonly isMet: boolean; readonly isFound: boolean},
): ProofChange {
  return {
    type: 'runbook/proven',
    record: row.id,
    command: fieldText(row, 'commands'),
    isMet,
    expected: fieldText(row, 'expected'),
    actual,
    kind: isMet === isFound ? 'measured' : 'attested',
    digest: runbookDigest(row),
    host,
    folder,
    ranAt,
    ...(code === undefined ? {} : {code}),
    ...(duration === undefined ? {} : {duration}),
    ...(evidence === undefined ? {} : {evidence}),
  };
}

/** The word of a person who tried a runbook by hand. */
export function proofByHand(
  row: HandoffRecord,
  {isMet, actual, ranAt}: {isMet: boolean; actual: string; ranAt: string},
): ProofChange {
  return {
    type: 'runbook/proven',
    record: row.id,
    command: '',
    isMet,
    expected: fieldText(row, 'expected'),
    actual,
    kind: 'attested',
    digest: runbookDigest(row),
    ranAt,
  };
}

/** How many lines of an output are taken as what to expect: more than that nobody compares. */
const mostLines = 12;

/**
 * What was seen becomes what is expected from now on, by the word of whoever saw it.
 *
 * @param output what was printed, without secrets
 */
export function outputAsExpected(row: HandoffRecord, ran: Ran, output: string): readonly Change[] {
  const lines = output.split('\n').filter((line) => line.trim() !== '');
  const expected = lines.slice(0, mostLines).join('\n');
  // Of the runbook as it reads once it expects this.
  const {digest: _, ...proof} = runProof(row, ran, {isMet: true, isFound: false});
  return [
    {type: 'record/changed', record: row.id, fields: {expected}},
    {...proof, expected},
  ];
}
