import type {Handoff} from '../../../handoff/model/handoff.ts';
import {checkFacts} from '../../../handoff/standing/of-checks/check-facts.ts';
import {
  checkStandings,
  type CheckStanding,
  type CheckState,
} from '../../../handoff/standing/of-checks/check-standing.ts';
import {plural} from '../../words/plural.ts';
import {dayWords} from '../../words/times.ts';
import {toCheck, type CheckData, type EvidenceTexts} from './check-data.ts';
import {toRun, type RunData} from './run-data.ts';

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
