import path from 'node:path';
import type {Handoff} from '../../handoff/model/handoff.ts';
import type {CheckRecord, CheckRunRecord} from '../../handoff/model/check-run.ts';
import {blockingChecks, lastCheckRun} from '../../handoff/standing/check-runs.ts';
import {plural} from '../words/plural.ts';

type Outcome = CheckRecord['outcome'];

/** The order in which outcomes are counted out, best first. */
const outcomeWords: readonly (readonly [Outcome, string])[] = [
  ['pass', 'passed'],
  ['warn', 'passed with a warning'],
  ['waived', 'waived'],
  ['skipped', 'skipped'],
  ['unknown', 'could not be decided'],
  ['fail', 'failed'],
];

/** Evidence of one check. `excerpt` is the stored text where it was to be had. */
export interface EvidenceData {
  /** SHA-256 of the stored, redacted text: also the name of its file. */
  readonly sha256: string;
  /** SHA-256 of all bytes the check produced. */
  readonly original: string;
  readonly bytes: number;
  readonly isTruncated: boolean;
  readonly redacted: readonly string[];
  readonly excerpt: string | null;
}

/** One assertion, with what came of it in a word: `met`, `not met` or `warning`. */
export interface FindingData {
  readonly subject: string;
  readonly expected: string;
  readonly actual: string;
  readonly result: 'met' | 'not met' | 'warning';
}

export interface CheckData {
  readonly name: string;
  readonly kind: string;
  readonly severity: 'required' | 'recommended';
  readonly outcome: Outcome;
  readonly isPassed: boolean;
  readonly message: string;
  readonly target: string;
  readonly startedAt: string;
  readonly duration: number;
  readonly code: number | null;
  readonly fix: string | null;
  readonly proves: string | null;
  readonly findings: readonly FindingData[];
  readonly evidence: EvidenceData | null;
}

export interface RunData {
  readonly startedAt: string;
  readonly duration: number;
  readonly actor: string;
  /** Name of the checks file without its folder. */
  readonly file: string;
  readonly fileSha256: string;
  readonly isInterrupted: boolean;
  /** `11 passed, 1 failed`. */
  readonly counts: string;
}

/** How the system stood when it was last checked. */
export interface ValidationData {
  /**
   * `stable`: every check of the last run passed. `watch`: nothing required is broken, but
   * something warned, was skipped or waived, or the run was cut short. `unstable`: a required
   * check failed or could not be decided. `not validated`: no check has been run.
   */
  readonly state: 'stable' | 'watch' | 'unstable' | 'not validated';
  readonly sentence: string;
  readonly run: RunData | null;
  /** Every check of the last run, in its order. */
  readonly checks: readonly CheckData[];
  /** Required checks that do not hold. */
  readonly blocking: readonly CheckData[];
  /** Checks that come with advice for the day they fail. */
  readonly advice: readonly CheckData[];
  /** All runs, oldest first. */
  readonly runs: readonly RunData[];
}

/** Stored evidence texts by their SHA-256. */
export type EvidenceTexts = ReadonlyMap<string, string>;

function toCheck(record: CheckRecord, texts: EvidenceTexts): CheckData {
  const {name, kind, severity, outcome, message, target, startedAt, duration} = record;
  const {evidence, findings, code, fix, proves} = record;
  return {
    // Field by field: what a record holds besides is not for documents.
    name,
    kind,
    severity,
    outcome,
    message,
    target,
    startedAt,
    duration,
    isPassed: outcome === 'pass',
    code: code ?? null,
    fix: fix ?? null,
    proves: proves ?? null,
    findings: findings.map(({subject, expected, actual, isMet, level}) => ({
      subject,
      expected,
      actual,
      result: isMet ? 'met' : level === 'warn' ? 'warning' : 'not met',
    })),
    evidence: evidence
      ? {
          sha256: evidence.stored,
          original: evidence.original,
          bytes: evidence.bytes,
          isTruncated: evidence.isTruncated,
          redacted: evidence.redacted,
          excerpt: texts.get(evidence.stored) ?? null,
        }
      : null,
  };
}

function countOutcomes(results: readonly CheckRecord[]): string {
  const counts = outcomeWords
    .map(([outcome, words]) => ({
      words,
      count: results.filter((result) => result.outcome === outcome).length,
    }))
    .filter(({count}) => count > 0);
  return counts.map(({count, words}) => `${count} ${words}`).join(', ') || 'no checks';
}

function toRun(run: CheckRunRecord): RunData {
  const {startedAt, duration, actor, fileSha256, isInterrupted} = run;
  return {
    startedAt,
    duration,
    actor,
    // A handoff may have been made on another kind of machine; this one reads both separators.
    file: path.win32.basename(run.file),
    fileSha256,
    isInterrupted,
    counts: countOutcomes(run.results),
  };
}

function stateOf(run: CheckRunRecord | undefined, blocking: number): ValidationData['state'] {
  if (!run || run.results.length === 0) return 'not validated';
  if (blocking > 0) return 'unstable';
  const isAllPassed = run.results.every(({outcome}) => outcome === 'pass');
  return isAllPassed && !run.isInterrupted ? 'stable' : 'watch';
}

function sentenceOf(run: CheckRunRecord | undefined): string {
  if (!run || run.results.length === 0) return 'No checks have been run yet.';
  const total = run.results.length;
  const isAllPassed = run.results.every(({outcome}) => outcome === 'pass');
  const cut = run.isInterrupted ? ' The run was interrupted, so it may not cover everything.' : '';
  if (isAllPassed && total === 1) return `The only check passed.${cut}`;
  if (isAllPassed) return `All ${total} checks passed.${cut}`;
  return `Of ${plural(total, 'check')}, ${countOutcomes(run.results)}.${cut}`;
}

/** What the recorded check runs say; the last run counts. */
export function validationData(handoff: Handoff, texts: EvidenceTexts): ValidationData {
  const run = lastCheckRun(handoff);
  const checks = (run?.results ?? []).map((record) => toCheck(record, texts));
  const blocking = blockingChecks(handoff).map((record) => toCheck(record, texts));
  return {
    state: stateOf(run, blocking.length),
    sentence: sentenceOf(run),
    run: run ? toRun(run) : null,
    checks,
    blocking,
    advice: checks.filter(({fix}) => fix !== null),
    runs: handoff.checkRuns.map(toRun),
  };
}
