import type {Handoff} from '../../../handoff/model/handoff.ts';
import type {CheckRecord} from '../../../handoff/model/check-run.ts';
import {
  checkWords,
  type CheckStanding,
} from '../../../handoff/standing/of-checks/check-standing.ts';
import {waiverOfCheck} from '../../../handoff/gates/check-waiver.ts';
import {evidenceFault} from '../../../handoff/standing/evidence-standing.ts';

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
  /** `changed` or `missing` where the file is found not to be what was kept; nothing while it is. */
  readonly fault: 'changed' | 'missing' | null;
}

/** One assertion, with what came of it in a word: `met`, `not met` or `warning`. */
export interface FindingData {
  readonly subject: string;
  readonly expected: string;
  readonly actual: string;
  readonly result: 'met' | 'not met' | 'warning';
}

/** A check as it stands at the time of writing, from all runs. */
export interface CheckData {
  readonly name: string;
  readonly kind: string;
  readonly severity: 'required' | 'recommended';
  /**
   * `pass`, `warn`, `fail`, `unknown`, `skipped` or `waived`; `too old`, `changed since` it ran, `gone` (it ran before and
   * stands in the checks file no more), `not run`, or `made weaker` where that is how it stands.
   */
  readonly outcome: string;
  /** It passed, lately enough, and nothing has changed since. */
  readonly isPassed: boolean;
  /** Why it stands so. */
  readonly message: string;
  /** What is to be known although it passed, such as that it asks something else since it failed. */
  readonly note: string | null;
  readonly target: string;
  /** When it was measured or attested, ISO 8601; `never` where it has not run. */
  readonly startedAt: string;
  /**
   * What stands behind it at that time: `measured` by the program, `attested` by a person, `left out`
   * of that run, or `never` where it has not run.
   */
  readonly how: 'measured' | 'attested' | 'left out' | 'never';
  /** Who lives with it although it stands in the way, as `waived until 2026-07-01 by Mina Okafor`. */
  readonly waived: string | null;
  readonly duration: number;
  readonly code: number | null;
  readonly fix: string | null;
  readonly proves: string | null;
  readonly findings: readonly FindingData[];
  readonly evidence: EvidenceData | null;
}

/** Stored evidence texts by their SHA-256. */
export type EvidenceTexts = ReadonlyMap<string, string>;

function evidenceData(
  handoff: Handoff,
  {evidence}: CheckRecord,
  texts: EvidenceTexts,
): EvidenceData | null {
  if (!evidence) return null;
  const {stored, original, bytes, isTruncated, redacted} = evidence;
  const fault = evidenceFault(handoff, stored)?.kind ?? null;
  const excerpt = fault === null ? (texts.get(stored) ?? null) : null;
  return {sha256: stored, original, bytes, isTruncated, redacted, excerpt, fault};
}

function howOf({since, record}: CheckStanding): CheckData['how'] {
  if (since === undefined || !record) return 'never';
  if (record.outcome === 'skipped') return 'left out';
  return record.kind === 'manual' ? 'attested' : 'measured';
}

function waivedWords(handoff: Handoff, standing: CheckStanding, now: string): string | null {
  if (!standing.isBlocking) return null;
  const waiver = waiverOfCheck(handoff, standing, now);
  if (!waiver) return null;
  return `waived${waiver.expires === undefined ? '' : ` until ${waiver.expires}`} by ${waiver.approver}`;
}

/** How a check stands, with what is to be told of it. */
export function toCheck(
  handoff: Handoff,
  standing: CheckStanding,
  texts: EvidenceTexts,
  now: string,
): CheckData {
  const {name, state, severity, isWeaker, since, why, changed, proves, record} = standing;
  const findings = record?.findings ?? [];
  return {
    // Field by field: what a record holds besides is not for documents.
    name,
    kind: record?.kind ?? '',
    severity,
    outcome: isWeaker ? 'made weaker' : checkWords[state],
    isPassed: state === 'holds' && !isWeaker,
    message: sentence(why ?? record?.message ?? ''),
    note: changed === undefined ? null : sentence(changed),
    target: record?.target ?? '',
    startedAt: since ?? 'never',
    how: howOf(standing),
    waived: waivedWords(handoff, standing, now),
    duration: record?.duration ?? 0,
    code: record?.code ?? null,
    fix: record?.fix ?? null,
    proves: proves ?? record?.proves ?? null,
    findings: findings.map(({subject, expected, actual, isMet, level}) => ({
      subject,
      expected,
      actual,
      result: isMet ? 'met' : level === 'warn' ? 'warning' : 'not met',
    })),
    evidence: record ? evidenceData(handoff, record, texts) : null,
  };
}

/** A clause with its capital and full stop; a message that has them stays as it is. */
function sentence(text: string): string {
  if (!text.startsWith('it') && !text.startsWith('what it')) return text;
  return `${text.replace(/^./u, (first) => first.toUpperCase())}${text.endsWith('.') ? '' : '.'}`;
}
