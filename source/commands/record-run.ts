import type {ChecksFile} from '../checks/checks-file.ts';
import type {Attestation, CheckResult, CheckRun} from '../checks/model.ts';
import type {CheckRecord, CheckRunRecord} from '../handoff/model/check-run.ts';
import {keepEvidence} from '../store/evidence.ts';
import type {Context} from './context.ts';

/** Keeps the output of a check as evidence, and gives the record that points to it. */
async function toRecord(
  home: string,
  result: CheckResult,
  attestation: Attestation | undefined,
): Promise<CheckRecord> {
  const {output, tags: _, ...said} = result;
  const rest = {...said, ...(attestation ? {attestation} : {})};
  if (!output) return rest;
  const {text, bytes, sha256, isTruncated, redacted} = output;
  const stored = await keepEvidence(home, text);
  return {...rest, evidence: {stored, original: sha256, bytes, isTruncated, redacted}};
}

/**
 * A check that this run left out: what the last run of the same content says of it, else
 * `unknown`, so that a check nobody has run never counts as passed.
 */
function leftOut(
  file: ChecksFile,
  check: ChecksFile['checks'][number],
  known: CheckRunRecord | undefined,
  startedAt: string,
): CheckRecord {
  const before =
    known?.fileSha256 === file.sha256
      ? known.results.find(({name}) => name === check.name)
      : undefined;
  return (
    before ?? {
      name: check.name,
      kind: check.kind,
      severity: check.severity,
      outcome: 'unknown',
      message: 'It has not run yet.',
      target: check.target,
      startedAt,
      duration: 0,
      findings: [],
    }
  );
}

/**
 * Keeps the evidence of a run and gives its record for the journal. Checks that the run left out
 * keep what `known`, the run before, says of them. `attestations` are those that the run was given.
 */
export async function recordRun(
  {home, actor}: Context,
  file: ChecksFile,
  run: CheckRun,
  known: CheckRunRecord | undefined,
  attestations: ReadonlyMap<string, Attestation> = new Map(),
): Promise<CheckRunRecord> {
  const records = await Promise.all(
    run.results.map((result) => toRecord(home, result, attestations.get(result.name))),
  );
  const byName = new Map(records.map((record) => [record.name, record]));
  return {
    id: run.id,
    file: run.file,
    fileSha256: run.fileSha256,
    startedAt: run.startedAt,
    duration: run.duration,
    isInterrupted: run.isInterrupted,
    actor,
    results: file.checks.map(
      (check) => byName.get(check.name) ?? leftOut(file, check, known, run.startedAt),
    ),
  };
}
