import type {Handoff} from '../model/handoff.ts';
import type {HandoffRecord} from '../model/handoff-record.ts';
import type {Proof, StepRun, Verified} from '../model/proof.ts';
import {runbookSteps} from '../runbooks/runbook-steps.ts';
import {fieldText, recordTitle} from '../registers/records.ts';

type Facts = Pick<Handoff, 'records' | 'proofs' | 'checkRuns'>;

/** What has to show after a runbook that all is well: only where it changes something and says what. */
export function verifiedWith(row: Pick<HandoffRecord, 'fields'>): string | undefined {
  return fieldText(row, 'effect') === 'safe' ? undefined : fieldText(row, 'verify') || undefined;
}

/** The safe runbook that a name means, other than the one that it verifies. */
export function verifyingRunbook(
  {records}: Pick<Handoff, 'records'>,
  row: HandoffRecord,
  name: string,
): HandoffRecord | undefined {
  return records.find(
    (other) =>
      other.register === 'runbooks' &&
      other.id !== row.id &&
      recordTitle(other) === name &&
      fieldText(other, 'effect') === 'safe',
  );
}

/**
 * When a run last changed something: what has to show that all is well is looked at after that.
 *
 * @returns ISO 8601; nothing where that is not known
 */
export function changedAt(
  {
    ranAt,
    steps,
  }: {readonly ranAt: string | undefined; readonly steps: readonly StepRun[] | undefined},
  row: Pick<HandoffRecord, 'register' | 'fields'>,
): string | undefined {
  const all = runbookSteps(row);
  return steps?.findLast(({number}) => all[number - 1]?.isChanging)?.ranAt ?? ranAt;
}

const began = ({ranAt, at}: Proof) => Date.parse(ranAt ?? at);

/**
 * What showed since an instant that all is well after a runbook; nothing where nobody looked.
 *
 * @param since ISO 8601
 */
export function verificationSince(
  handoff: Facts,
  row: HandoffRecord,
  since: string,
): Verified | undefined {
  const name = verifiedWith(row);
  if (name === undefined) return undefined;
  const start = Date.parse(since);
  const result = handoff.checkRuns
    .flatMap(({results}) => results)
    .findLast(
      (check) =>
        check.name === name && check.isLeftOut !== true && Date.parse(check.startedAt) >= start,
    );
  if (result) {
    const isMet = result.outcome === 'pass' || result.outcome === 'warn';
    return {name, isMet, outcome: result.outcome};
  }
  const other = verifyingRunbook(handoff, row, name);
  const proof = handoff.proofs.findLast(
    (tried) => tried.record === other?.id && began(tried) >= start,
  );
  return proof && {name, isMet: proof.isMet, outcome: proof.isMet ? 'as expected' : 'failed'};
}
