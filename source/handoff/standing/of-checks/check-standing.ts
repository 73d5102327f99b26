import {gateSettings} from '../../model/gate-settings-of.ts';
import type {CheckRecord, CheckRunRecord} from '../../model/check-run.ts';
import type {Handoff} from '../../model/handoff.ts';
import type {SeenCheck} from '../../model/seen-checks.ts';
import {isRecent} from '../../time/is-recent.ts';
import {checkFacts, type CheckFacts, type Measured} from './check-facts.ts';
import {resultState, type ResultState} from './result-standing.ts';

/**
 * How a check stands. `old`: what it found is too old. `changed`: it asks something else now. `gone`: it ran
 * before and does not stand in the handoff's own file any more. `never run`: it stands there and has
 * not run.
 */
export type CheckState = ResultState | 'old' | 'changed' | 'gone' | 'never run';

/** The state as people read it, beside the words of outcomes. */
export const checkWords: Readonly<Record<CheckState, string>> = {
  holds: 'pass',
  warns: 'warn',
  fails: 'fail',
  unknown: 'unknown',
  skipped: 'skipped',
  waived: 'waived',
  old: 'too old',
  changed: 'changed since',
  gone: 'gone',
  'never run': 'not run',
};

/** What a check is now, from all runs of the handoff's own file. */
export interface CheckStanding {
  readonly name: string;
  readonly state: CheckState;
  /** As it stands in the file today; for one that is gone, as it last ran. */
  readonly severity: 'required' | 'recommended';
  /** ISO 8601 instant at which it was measured, or attested by a person. */
  readonly since?: string;
  /** Whole days since then. */
  readonly age?: number;
  /** Why it does not simply hold, as a clause that says "it" of the check. */
  readonly why?: string;
  /** It was required when it ran, and is only recommended now. */
  readonly isWeaker: boolean;
  /** Nothing required may rest on it: it does not hold and is, or was, required. */
  readonly isBlocking: boolean;
  /** What it asks was changed after it had not held, as a clause that says "it" of the check. */
  readonly changed?: string;
  /** What it proves, as the file says today. */
  readonly proves?: string;
  readonly digest?: string;
  /** What was found, and the run that found it. */
  readonly record?: CheckRecord;
  readonly run?: CheckRunRecord;
}

const day = 86_400_000;

const harmless: ReadonlySet<CheckState> = new Set(['holds', 'warns', 'waived']);

/** When a result was found out: a person's word is as old as the day on which it was given. */
export function measuredAt({startedAt, attestation}: CheckRecord): string {
  return attestation && attestation.at < startedAt ? attestation.at : startedAt;
}

/** The newest of what was measured; what lies ahead of now counts only where there is nothing else. */
function newest(all: readonly Measured[], now: string): Measured | undefined {
  const time = ({record}: Measured) => Date.parse(record.startedAt);
  const past = all.filter((one) => time(one) <= Date.parse(now));
  return (past.length > 0 ? past : all).toSorted((a, b) => time(a) - time(b)).at(-1);
}

interface Judged {
  readonly state: CheckState;
  readonly why?: string;
}

function ageProblem(handoff: Handoff, record: CheckRecord, now: string): string | undefined {
  const since = measuredAt(record);
  const done = record.kind === 'manual' ? 'attested' : 'measured';
  const {proofDays} = gateSettings(handoff);
  const age = Date.parse(now) - Date.parse(since);
  if (age < 0) return `it is said to have been ${done} after now, so a clock is wrong`;
  if (isRecent(handoff, since, proofDays, now)) return undefined;
  const days = Math.floor(age / day);
  return proofDays === 0
    ? `it was not ${done} today, and counts for the day`
    : `it was last ${done} ${days} days ago, and counts for ${proofDays}`;
}

function judgeToday(
  handoff: Handoff,
  check: SeenCheck,
  found: Measured | undefined,
  now: string,
): Judged {
  if (!found) return {state: 'never run', why: 'it has never run'};
  const {record} = found;
  const result = resultState(handoff, record, now);
  const isOther =
    check.digest !== undefined && record.digest !== undefined && check.digest !== record.digest;
  // What did not hold stays so until it was asked anew.
  if (!harmless.has(result.state)) return result;
  if (isOther) return {state: 'changed', why: 'what it asks was changed since it ran'};
  const old = ageProblem(handoff, record, now);
  return old === undefined ? result : {state: 'old', why: old};
}

const bad: ReadonlySet<string> = new Set(['fail', 'unknown', 'skipped']);

/** A check that holds since it asks something else: perhaps put right, perhaps made weaker. */
function changeOf(all: readonly Measured[], found: Measured | undefined): string | undefined {
  const digest = found?.record.digest;
  if (!found || digest === undefined) return undefined;
  const before = all
    .slice(0, all.indexOf(found))
    .findLast(({record}) => record.digest !== undefined && record.digest !== digest)?.record;
  return before && bad.has(before.outcome)
    ? `what it asks was changed after it had given ${before.outcome}`
    : undefined;
}

function timed(found: Measured | undefined, now: string) {
  if (!found) return {};
  const {record, run} = found;
  const since = measuredAt(record);
  const age = Math.max(0, Math.floor((Date.parse(now) - Date.parse(since)) / day));
  return {since, age, record, run};
}

function ofToday(
  handoff: Handoff,
  {measured, required}: CheckFacts,
  check: SeenCheck,
  now: string,
): CheckStanding {
  const {name, severity, digest, proves} = check;
  const found = newest(measured.get(name) ?? [], now);
  const {state, why} = judgeToday(handoff, check, found, now);
  const isWeaker = severity === 'recommended' && required.has(name);
  const applies = found?.record.isInapplicable !== true || state !== 'skipped';
  const weakerWhy = isWeaker
    ? 'it was required when it ran, and is only recommended now'
    : undefined;
  const changed = changeOf(measured.get(name) ?? [], found);
  const said = [why, weakerWhy].filter((text) => text !== undefined).join('; ');
  return {
    name,
    state,
    severity,
    isWeaker,
    isBlocking: isWeaker || (severity === 'required' && !harmless.has(state) && applies),
    ...timed(found, now),
    ...(said === '' ? {} : {why: said}),
    ...(changed === undefined ? {} : {changed}),
    ...(digest === undefined ? {} : {digest}),
    ...(proves === undefined ? {} : {proves}),
  };
}

function ofGone({measured, required}: CheckFacts, name: string, now: string): CheckStanding {
  const found = newest(measured.get(name) ?? [], now);
  const isRequired = required.has(name);
  return {
    name,
    state: 'gone',
    severity: isRequired ? 'required' : 'recommended',
    why: `it ran before, gave ${found?.record.outcome ?? 'unknown'}, and does not stand in the checks file any more`,
    isWeaker: false,
    isBlocking: isRequired,
    ...timed(found, now),
  };
}

/**
 * How every check known to a handoff stands: those of its own file in their order, then those that are
 * gone from it.
 *
 * @param now ISO 8601
 */
export function checkStandings(handoff: Handoff, now: string): readonly CheckStanding[] {
  const facts = checkFacts(handoff);
  return [
    ...facts.today.map((check) => ofToday(handoff, facts, check, now)),
    ...facts.gone.map((name) => ofGone(facts, name, now)),
  ];
}

/** How one check stands; nothing where the handoff knows no check of that name. */
export function checkStanding(
  handoff: Handoff,
  name: string,
  now: string,
): CheckStanding | undefined {
  return checkStandings(handoff, now).find((standing) => standing.name === name);
}

/** Checks that stand in the way: required, now or when they ran, and not shown to hold. */
export function blockingChecks(handoff: Handoff, now: string): readonly CheckStanding[] {
  return checkStandings(handoff, now).filter(({isBlocking}) => isBlocking);
}

/** Whether a check is shown to hold now. */
export function isGreen({state, isWeaker}: CheckStanding): boolean {
  return !isWeaker && (state === 'holds' || state === 'warns');
}
