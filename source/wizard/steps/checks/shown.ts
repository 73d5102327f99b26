import type {CheckResult, Outcome} from '../../../checks/check-result.ts';
import {waiverOfCheck} from '../../../handoff/gates/check-waiver.ts';
import type {CheckRecord} from '../../../handoff/model/check-run.ts';
import type {Handoff} from '../../../handoff/model/handoff.ts';
import {lineKey, readLine} from '../../../handoff/model/place.ts';
import {
  checkStandings,
  isGreen,
  type CheckStanding,
} from '../../../handoff/standing/of-checks/check-standing.ts';
import type {Progress} from '../../../progress/told-progress.ts';
import type {ChecksState} from '../../../services/services.ts';
import type {RunView} from '../../run-view.ts';

/** A run that goes on: since when, which checks run now, and which are through. */
export interface RunningChecks {
  readonly startedAt: number;
  readonly active: ReadonlySet<string>;
  readonly finished: ReadonlyMap<string, CheckResult>;
  /** All that is to run. */
  readonly planned: ReadonlySet<string>;
  /** How far it is, told at `toldAt`. */
  readonly progress: Progress;
  readonly toldAt: number;
}

/** All that the screen of the checks is drawn from. */
export interface ChecksShown {
  readonly handoff: Handoff;
  readonly now: string;
  readonly state: ChecksState | undefined;
  readonly running: RunningChecks | undefined;
  /** How each check stands now, by all runs. */
  readonly standings: readonly CheckStanding[];
}

export function shownChecks(
  view: Pick<RunView, 'handoff' | 'now'>,
  {state, running}: Pick<ChecksShown, 'state' | 'running'>,
): ChecksShown {
  const {handoff} = view;
  const now = view.now();
  return {handoff, now, state, running, standings: checkStandings(handoff, now)};
}

export function checkKey(name: string): string {
  return lineKey({kind: 'check', name});
}

/** The name of the check that a selected line is. */
export function selectedCheck(selected: string | undefined): string | undefined {
  const line = readLine(selected);
  return line?.kind === 'check' ? line.name : undefined;
}

export function standingOf({standings}: ChecksShown, name: string): CheckStanding | undefined {
  return standings.find((standing) => standing.name === name);
}

/** What is known of a check: from the run that goes on, else from the last that came to it. */
export function resultOf(shown: ChecksShown, name: string): CheckResult | CheckRecord | undefined {
  return shown.running?.finished.get(name) ?? standingOf(shown, name)?.record;
}

/** Who accepted on purpose that a check does not hold, why and until when. */
export interface Accepted {
  readonly approver: string;
  readonly reason: string;
  /** A day, `YYYY-MM-DD`, from whose beginning it counts no more. */
  readonly expires?: string | undefined;
}

/** The waiver that counts for a check now: of the checks file, or of what a gate needs. */
export function waiverOn(
  {handoff, now}: ChecksShown,
  standing: CheckStanding,
): Accepted | undefined {
  if (standing.state === 'waived') return standing.record?.waiver;
  return standing.isBlocking ? waiverOfCheck(handoff, standing, now) : undefined;
}

/** In which order checks stand: what fails first, what passes last and folded. */
export type Rank = 'failing' | 'blocking' | 'running' | 'to look at' | 'accepted' | 'passing';

const ranks: readonly Rank[] = [
  'failing',
  'blocking',
  'running',
  'to look at',
  'accepted',
  'passing',
];

const ofOutcome: Readonly<Record<Outcome, Rank>> = {
  fail: 'failing',
  unknown: 'failing',
  warn: 'to look at',
  skipped: 'to look at',
  waived: 'accepted',
  pass: 'passing',
};

function rankNow(shown: ChecksShown, standing: CheckStanding): Rank {
  if (isGreen(standing)) return standing.state === 'holds' ? 'passing' : 'to look at';
  if (waiverOn(shown, standing)) return 'accepted';
  const {state, isBlocking} = standing;
  if (state === 'fails' || state === 'unknown') return 'failing';
  return isBlocking && state !== 'never run' ? 'blocking' : 'to look at';
}

/** Where a check belongs on the screen. */
export function rankOf(shown: ChecksShown, name: string): Rank {
  const {running} = shown;
  const fresh = running?.finished.get(name);
  if (fresh) return ofOutcome[fresh.outcome];
  const standing = standingOf(shown, name);
  const rank = standing ? rankNow(shown, standing) : 'to look at';
  // What is being found out keeps its place until it is known, and is not folded away.
  return rank === 'passing' && running?.planned.has(name) ? 'running' : rank;
}

/** The names of all checks, those of the file and those that only the journal knows, by rank. */
export function rankedChecks(shown: ChecksShown): ReadonlyMap<Rank, readonly string[]> {
  const {state, standings} = shown;
  const inFile = state && 'file' in state ? state.file.checks.map(({name}) => name) : [];
  const names = [...new Set([...inFile, ...standings.map(({name}) => name)])];
  const groups = Map.groupBy(names, (name) => rankOf(shown, name));
  return new Map(ranks.map((rank) => [rank, groups.get(rank) ?? []]));
}
