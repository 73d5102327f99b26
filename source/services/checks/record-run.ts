import type {ChecksFile} from '../../checks/checks-file.ts';
import type {Attestation, CheckResult, CheckRun} from '../../checks/check-result.ts';
import type {CheckRecord, CheckRunRecord} from '../../handoff/model/check-run.ts';
import type {Handoff} from '../../handoff/model/handoff.ts';
import type {SeenCheck} from '../../handoff/model/seen-checks.ts';
import {keepEvidence} from '../../store/evidence.ts';
import {recordedPath} from './checks-path.ts';
import type {Context} from '../context.ts';
import {keptChecks} from './look-at-checks.ts';
import {knownResults, type KnownResults} from './run-memory.ts';

/** Files that are written at once; a run may have ten thousand checks. */
const together = 16;

/** Keeps each text once, however many checks printed it. */
function createKeeper(home: string): (text: string) => Promise<string> {
  const kept = new Map<string, Promise<string>>();
  return async (text) => {
    const known = kept.get(text) ?? keepEvidence(home, text);
    kept.set(text, known);
    return known;
  };
}

/** Keeps the output of a check as evidence, and gives the record that points to it. */
async function toRecord(
  keep: (text: string) => Promise<string>,
  result: CheckResult,
  attestation: Attestation | undefined,
): Promise<CheckRecord> {
  const {output, tags: _, isUnasked: _unasked, ...said} = result;
  const rest = {...said, ...(attestation ? {attestation} : {})};
  if (!output) return rest;
  const {text, bytes, sha256, isTruncated, redacted} = output;
  const stored = await keep(text);
  return {...rest, evidence: {stored, original: sha256, bytes, isTruncated, redacted}};
}

/**
 * A check that this run left out: what the last run of the same question says of it, else `unknown`.
 * Its age stays its own.
 */
function leftOut(
  check: SeenCheck & {readonly target: string},
  known: KnownResults,
  startedAt: string,
): CheckRecord {
  const before = known.get(check.name);
  if (before !== undefined && (before.digest === undefined || before.digest === check.digest))
    return {...before, severity: check.severity, isLeftOut: true};
  return {
    ...check,
    outcome: 'unknown',
    message: 'It has not run yet.',
    startedAt,
    duration: 0,
    findings: [],
    isLeftOut: true,
  };
}

/**
 * Keeps the evidence of a run and gives its record for the journal. Checks that the run left out
 * keep what is known of them from before. `attestations` are those that the run was given.
 */
export async function recordRun(
  {home, actor}: Context,
  handoff: Handoff,
  {file, run}: {readonly file: ChecksFile; readonly run: CheckRun},
  attestations: ReadonlyMap<string, Attestation> = new Map(),
): Promise<CheckRunRecord> {
  const keep = createKeeper(home);
  const records: CheckRecord[] = [];
  for (let at = 0; at < run.results.length; at += together) {
    const some = run.results.slice(at, at + together);
    const made = some.map((result) => toRecord(keep, result, attestations.get(result.name)));
    records.push(...(await Promise.all(made)));
  }
  const byName = new Map(records.map((record) => [record.name, record]));
  const unasked = new Set(run.results.flatMap((one) => (one.isUnasked ? [one.name] : [])));
  const path = recordedPath(handoff.workspace, run.file);
  const known = knownResults(handoff, {file: path, sha256: file.sha256});
  const results = (await keptChecks(file)).map((check): CheckRecord => {
    const record = byName.get(check.name);
    // Not to be asked for its changes takes nothing from what it found when it was.
    if (!record || (unasked.has(check.name) && known.has(check.name)))
      return leftOut(check, known, run.startedAt);
    return check.digest === undefined ? record : {...record, digest: check.digest};
  });
  return {
    id: run.id,
    file: path,
    fileSha256: run.fileSha256,
    startedAt: run.startedAt,
    duration: run.duration,
    isInterrupted: run.isInterrupted,
    actor,
    results,
  };
}
