import path from 'node:path';
import type {Handoff} from '../../../handoff/model/handoff.ts';
import type {CheckRecord, CheckRunRecord} from '../../../handoff/model/check-run.ts';
import {checkFacts} from '../../../handoff/standing/of-checks/check-facts.ts';
import {
  checkStandings,
  checkWords,
  type CheckStanding,
  type CheckState,
} from '../../../handoff/standing/of-checks/check-standing.ts';
import {waiverOfCheck} from '../../../handoff/gates/check-waiver.ts';
import {evidenceFault} from '../../../handoff/standing/evidence-standing.ts';
import {plural} from '../../words/plural.ts';
import {dayWords} from '../../words/times.ts';

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

export interface RunData {
  readonly startedAt: string;
  readonly duration: number;
  readonly actor: string;
  /** Name of the checks file without its folder. */
  readonly file: string;
  readonly fileSha256: string;
  readonly isInterrupted: boolean;
  /** It was a run of another file than the handoff's own, and counts for nothing. */
  readonly isForeign: boolean;
  /** `11 passed, 1 failed`. */
  readonly counts: string;
}

/** How the system stands by its checks, each with its own age. */
export interface ValidationData {
  /**
   * `stable`: every check passed, within the days that a result counts for. `watch`: nothing required
   * is known to be broken, but something warned, was skipped, waived, never ran or ran too long ago,
   * or nothing is required. `unstable`: a required check failed, could not be decided, was taken out
   * or was made weaker. `not validated`: no check has been run, or none lately enough.
   */
  readonly state: 'stable' | 'watch' | 'unstable' | 'not validated';
  readonly sentence: string;
  /** The last run of the handoff's own checks file. */
  readonly run: RunData | null;
  /** Every check that is known, in the order of the file; then those that are gone from it. */
  readonly checks: readonly CheckData[];
  /** Checks that stand in the way: required and not shown to hold. */
  readonly blocking: readonly CheckData[];
  /** Checks that come with advice for the day they fail. */
  readonly advice: readonly CheckData[];
  /** All runs, oldest first. */
  readonly runs: readonly RunData[];
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

function toCheck(
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

function countOutcomes(results: readonly CheckRecord[]): string {
  // What a run only carries on from an earlier one is no result of its own.
  const came = results.filter(({isLeftOut}) => isLeftOut !== true);
  const counts = outcomeWords
    .map(([outcome, words]) => ({
      words,
      count: came.filter((result) => result.outcome === outcome).length,
    }))
    .filter(({count}) => count > 0);
  const left = results.length - came.length;
  return (
    [...counts, ...(left > 0 ? [{count: left, words: 'left out'}] : [])]
      .map(({count, words}) => `${count} ${words}`)
      .join(', ') || 'no checks'
  );
}

function toRun(run: CheckRunRecord, isForeign = false): RunData {
  const {startedAt, duration, actor, fileSha256, isInterrupted} = run;
  return {
    startedAt,
    duration,
    actor,
    // A handoff may have been made on another kind of machine; this one reads both separators.
    file: path.win32.basename(run.file),
    fileSha256,
    isInterrupted,
    isForeign,
    counts: `${countOutcomes(run.results)}${isForeign ? ' (of another checks file, so it does not count)' : ''}`,
  };
}

const tellsNothing: ReadonlySet<CheckState> = new Set(['old', 'changed', 'never run']);

function stateOf(handoff: Handoff, standings: readonly CheckStanding[]): ValidationData['state'] {
  const {lastRun, lastSight} = checkFacts(handoff);
  if (!lastRun || standings.every(({state}) => tellsNothing.has(state))) return 'not validated';
  const isBroken = ({isBlocking, isWeaker, state}: CheckStanding) =>
    isBlocking && (isWeaker || !tellsNothing.has(state));
  if (standings.some(isBroken)) return 'unstable';
  const isAllPassed = standings.every(({state}) => state === 'holds');
  const isRequired = standings.some(({severity}) => severity === 'required');
  return isAllPassed && isRequired && lastSight?.problem === undefined ? 'stable' : 'watch';
}

/** `1 passed, 2 too old`: how the checks stand, counted out. */
function countStandings(standings: readonly CheckStanding[]): string {
  const words: readonly (readonly [CheckState, string])[] = [
    ['holds', 'passed'],
    ['warns', 'passed with a warning'],
    ['waived', 'waived'],
    ['skipped', 'skipped'],
    ['unknown', 'could not be decided'],
    ['fails', 'failed'],
    ['old', 'ran too long ago'],
    ['changed', 'changed since they ran'],
    ['never run', 'never ran'],
    ['gone', 'gone from the checks file'],
  ];
  return words
    .map(([word, text]) => [standings.filter(({state}) => state === word).length, text] as const)
    .filter(([count]) => count > 0)
    .map(([count, text]) => `${count} ${text}`)
    .join(', ');
}

/** `on 2026-06-09`, or from which day to which: every check has its own. */
function daysOf(handoff: Handoff, standings: readonly CheckStanding[]): string {
  const days = standings
    .flatMap(({since}) => (since === undefined ? [] : [dayWords(since, handoff.timeZone)]))
    .toSorted();
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return '';
  return first === last ? `, on ${first}` : `, the oldest on ${first} and the newest on ${last}`;
}

function sentenceOf(handoff: Handoff, standings: readonly CheckStanding[]): string {
  const {lastRun, lastSight} = checkFacts(handoff);
  if (!lastRun || standings.length === 0) return 'No checks have been run yet.';
  const total = standings.length;
  const days = daysOf(handoff, standings);
  const isAllPassed = standings.every(({state}) => state === 'holds');
  const weaker = standings.filter(({isWeaker}) => isWeaker).length;
  const remarks = [
    weaker > 0 ? ` ${plural(weaker, 'check')} that was required is only recommended now.` : '',
    standings.some(({severity}) => severity === 'required') ? '' : ' None of them is required.',
    lastSight?.problem === undefined
      ? ''
      : ' The checks file has changed since and could not be read.',
  ].join('');
  if (isAllPassed && total === 1) return `The only check passed${days}.${remarks}`;
  if (isAllPassed) return `All ${total} checks passed${days}.${remarks}`;
  return `Of ${plural(total, 'check')}, ${countStandings(standings)}${days}.${remarks}`;
}

/**
 * What the recorded check runs say of each check.
 *
 * @param now ISO 8601: what was measured too long before it is shown as that
 */
export function validationData(
  handoff: Handoff,
  texts: EvidenceTexts,
  now: string,
): ValidationData {
  const {lastRun, foreign} = checkFacts(handoff);
  const standings = checkStandings(handoff, now);
  const blocking = standings.filter(({isBlocking}) => isBlocking);
  const toData = (standing: CheckStanding) => toCheck(handoff, standing, texts, now);
  const checks = standings.map(toData);
  return {
    state: stateOf(handoff, standings),
    sentence: sentenceOf(handoff, standings),
    run: lastRun ? toRun(lastRun) : null,
    checks,
    blocking: blocking.map(toData),
    advice: checks.filter(({fix}) => fix !== null),
    runs: handoff.checkRuns.map((run) => toRun(run, foreign.includes(run))),
  };
}
